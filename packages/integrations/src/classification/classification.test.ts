import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { predict, readShippedModelBytes } from '@signalen/classification'
import type { ClassifierQuestion, OwnModel } from '@signalen/services'
import { afterEach, describe, expect, it } from 'vitest'
import { createBuiltInClassifier } from './built-in.ts'
import { createModelTrainer } from './model-trainer.ts'
import { open } from './model-work.ts'
import { createOutsideClassifier } from './outside.ts'

const RATS = 'overlast-van-dieren/ratten'
const WASPS = 'overlast-van-dieren/wespen'

function ask(changes: Partial<ClassifierQuestion> = {}): ClassifierQuestion {
  return {
    text: 'Er lopen ratten door de straat',
    categories: [RATS, WASPS],
    month: 11,
    ownModel: undefined,
    ...changes,
  }
}

function createOwnModel(key: string, bytes: Uint8Array = readShippedModelBytes()) {
  const reads: string[] = []
  const model: OwnModel = {
    key,
    async readBytes() {
      reads.push(key)
      return bytes
    },
  }
  return { model, reads }
}

describe('the built-in classifier', () => {
  it('answers only the categories that it is given', async () => {
    const classifier = createBuiltInClassifier()
    expect((await classifier.predict(ask())).sub[0]?.category).toBe(RATS)
    const { sub } = await classifier.predict(ask({ categories: [WASPS, 'eigen/onbekend'] }))
    expect(sub.map(({ category }) => category)).toEqual([WASPS])
    expect(await classifier.predict(ask({ categories: ['eigen/onbekend'] }))).toEqual({ main: [], sub: [] })
    expect(await classifier.explain?.(ask({ categories: ['eigen/onbekend'] }))).toEqual([])
  })

  it('reads a model of a municipality once, whoever asks at the same time', async () => {
    const classifier = createBuiltInClassifier()
    const { model, reads } = createOwnModel('a')
    await Promise.all(Array.from({ length: 5 }, () => classifier.predict(ask({ ownModel: model }))))
    await classifier.explain?.(ask({ ownModel: model }))
    expect(reads).toHaveLength(1)
  })

  it('keeps the models that were asked last', async () => {
    const classifier = createBuiltInClassifier()
    const own = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => createOwnModel(key))
    const [first, second] = own
    for (const { model } of own.slice(0, 6)) await classifier.predict(ask({ ownModel: model }))
    await classifier.predict(ask({ ownModel: first?.model }))
    await classifier.predict(ask({ ownModel: own[6]?.model }))
    await classifier.predict(ask({ ownModel: first?.model }))
    await classifier.predict(ask({ ownModel: second?.model }))
    expect([first?.reads.length, second?.reads.length]).toEqual([1, 2])
  })

  it('tries again to read a model that could not be read', async () => {
    const classifier = createBuiltInClassifier()
    let isDown = true
    const ownModel: OwnModel = {
      key: 'a',
      readBytes: async () => {
        if (isDown) throw new Error('the database is away')
        return readShippedModelBytes()
      },
    }
    await expect(classifier.predict(ask({ ownModel }))).rejects.toThrow('the database is away')
    isDown = false
    expect((await classifier.predict(ask({ ownModel }))).sub[0]?.category).toBe(RATS)
  })
})

describe('an outside service', () => {
  let server: Server | undefined

  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  async function serve(status: number, body: unknown): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = []
    server = createServer((request, response) => {
      request.on('data', (chunk) => asked.push(String(chunk)))
      request.on('end', () => response.writeHead(status).end(JSON.stringify(body)))
    })
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
  }

  it('is asked as the released server asks it, and only active categories of its answer count', async () => {
    const terms = 'https://elders.example/signals/v1/public/terms/categories'
    const { url, asked } = await serve(200, {
      hoofdrubriek: [[`${terms}/overlast-van-dieren`], [0.8]],
      subrubriek: [
        [`${terms}/wonen/sub_categories/weg`, `${terms}/overlast-van-dieren/sub_categories/ratten`, 'onzin'],
        [0.7, 0.2, 5],
      ],
    })
    expect(await createOutsideClassifier({ url }).predict(ask())).toEqual({
      main: [{ category: 'overlast-van-dieren', probability: 0.8 }],
      sub: [{ category: RATS, probability: 0.2 }],
    })
    expect(asked.map((body) => JSON.parse(body))).toEqual([{ text: 'Er lopen ratten door de straat' }])
  })

  it('is left alone after several answers that say nothing', async () => {
    const { url, asked } = await serve(200, { answer: 'everything is fine' })
    const classifier = createOutsideClassifier({ url })
    for (let turn = 0; turn < 6; turn += 1) await expect(classifier.predict(ask())).rejects.toThrow()
    expect(classifier.isResting()).toBe(true)
    expect(asked).toHaveLength(5)
  })

  it('answers nothing when it refuses, and does not tell why it answers', async () => {
    const { url } = await serve(500, {})
    const classifier = createOutsideClassifier({ url })
    expect(await classifier.predict(ask())).toEqual({ main: [], sub: [] })
    expect(classifier.explain).toBeUndefined()
  })
})

describe('work on models', () => {
  const examples = [
    { category: RATS, text: 'Er lopen ratten door de straat' },
    { category: WASPS, text: 'Er zit een wespennest in de boom' },
  ]

  it('is done in a thread of its own, while others go on', async () => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 5)
    const judgement = await createModelTrainer().judge({
      model: undefined,
      categories: [RATS, WASPS],
      examples,
      thresholds: [0],
    })
    clearInterval(clock)
    expect(judgement).toMatchObject({
      evaluation: { n: 2, sub: { top1: 1 } },
      confusions: [],
      thresholds: [{ threshold: 0, suggested: 1, right: 1 }],
    })
    expect(ticks).toBeGreaterThan(5)
  })

  it('that fails is told, and does not stand in the way of the next', async () => {
    const trainer = createModelTrainer()
    const work = { categories: [RATS, WASPS], examples, thresholds: [] }
    const broken = trainer.judge({ ...work, model: new Uint8Array([1, 2, 3]) })
    const next = trainer.judge({ ...work, model: undefined })
    await expect(broken).rejects.toThrow('This file is not a classification model.')
    expect((await next).evaluation.n).toBe(2)
  })

  it('judges as a municipality sees it: without the categories that it does not have', () => {
    const text = 'de wespen vliegen om de prullenbak'
    const all = predict(open(undefined, [WASPS, 'schoon/prullenbak-vol']), text)
    expect(all.sub).toHaveLength(2)
    const own = predict(open(undefined, ['schoon/prullenbak-vol']), text)
    expect(own.sub.map(({ category }) => category)).toEqual(['schoon/prullenbak-vol'])
    expect(own.sub[0]?.probability).toBeCloseTo(1)
  })
})
