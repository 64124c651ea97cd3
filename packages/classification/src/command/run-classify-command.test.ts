import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeModel } from '../model/format.ts'
import { trainSmallModel } from '../testing.ts'
import { evaluateFile } from './evaluate-file.ts'
import { runClassifyCommand } from './run-classify-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'classify-'))
const file = join(folder, 'reports.jsonl')
writeFileSync(
  file,
  [
    { category: 'overlast-van-dieren/ratten', text: 'ratten in het park' },
    { category: 'overlast-van-dieren/ratten', text: 'lantaarnpaal kapot' },
    { category: 'onbekend/onbekend', text: 'iets' },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n'),
)

function createIo(): {
  printed: string[]
  errors: string[]
  print(text: string): void
  printError(text: string): void
} {
  const [printed, errors]: [string[], string[]] = [[], []]
  return {
    printed,
    errors,
    print: (text) => void printed.push(text),
    printError: (text) => void errors.push(text),
  }
}

describe('signalen classify evaluate', () => {
  it('prints one line of JSON about all labels in the file', async () => {
    const io = createIo()
    expect(await runClassifyCommand(['evaluate', file, '--json'], io)).toBe(0)
    expect(io.printed).toHaveLength(1)
    const line = io.printed[0] ?? ''
    expect(line).not.toContain('\n')
    const judged = JSON.parse(line)
    expect(Object.keys(judged)).toEqual([
      'n',
      'main',
      'sub',
      'macroF1',
      'calibrationError',
      'millisecondsPerText',
    ])
    expect(judged.n).toBe(3)
    expect(judged.sub.top1).toBeCloseTo(1 / 3, 3)
    expect(judged.main).toEqual({ top1: expect.any(Number), top3: expect.any(Number) })
  })

  it('prints a table for people otherwise', async () => {
    const io = createIo()
    await runClassifyCommand(['evaluate', file], io)
    expect(io.printed[0]).toContain('Main category')
  })

  it('judges the model of a municipality when named', async () => {
    const io = createIo()
    const bytes = encodeModel(trainSmallModel())
    const municipalities = {
      findModelBytes: async () => bytes,
      listReports: async () => [],
      listCategories: async () => [],
      saveModel: async () => undefined,
    }
    const code = await runClassifyCommand(['evaluate', file, '--json', '--municipality', 'dorp'], {
      ...io,
      municipalities,
    })
    expect(code).toBe(0)
    expect(io.printed[0]).toBe(
      evaluateFile(file, { json: true, modelBytes: bytes }).replace(
        /[\d.]+}$/,
        () => /[\d.]+}$/.exec(io.printed[0] ?? '')?.[0] ?? '',
      ),
    )
  })

  it('answers a sentence and a code when something is wrong', async () => {
    const io = createIo()
    expect(await runClassifyCommand([], io)).toBe(2)
    expect(await runClassifyCommand(['evaluate'], io)).toBe(2)
    expect(await runClassifyCommand(['train'], io)).toBe(2)
    expect(await runClassifyCommand(['evaluate', join(folder, 'none.jsonl')], io)).toBe(1)
    expect(await runClassifyCommand(['evaluate', file, '--municipality', 'dorp'], io)).toBe(1)
    const broken = join(folder, 'broken.jsonl')
    writeFileSync(broken, '{"category":"a/b","text":"goed"}\nniet goed\n')
    expect(await runClassifyCommand(['evaluate', broken], io)).toBe(1)
    expect(io.errors.at(-1)).toContain('Line 2')
  })
})
