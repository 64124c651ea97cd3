import { describeEachDatabase, findRightsAnswers, loadConfiguration } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('lists that are changed as a whole', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const ask = (method: 'GET' | 'PUT', path: string, body?: object) =>
    town.api.ask(method, `/private/${path}`, { body })

  it('are answers about satisfaction, with the ones that call staff', async () => {
    await loadConfiguration(town.context, {
      standardAnswerTopics: [{ name: 'snel', description: 'Snelheid', order: 1 }],
      standardAnswers: [
        { text: 'Te laat', topic: 'snel', isSatisfied: false, order: 1 },
        { text: 'Goed', order: 2 },
      ],
    })
    const { body } = await ask('GET', 'standard-answers')
    const [late, good] = body.answers
    expect(late).toMatchObject({ text: 'Te laat', topic: 'snel', reopens_when_unhappy: false })
    const [topic] = body.topics
    const saved = await ask('PUT', 'standard-answers', {
      topics: [
        { ...topic, name: 'werk' },
        { id: null, name: 'nieuw', description: 'Nieuw' },
      ],
      answers: [
        { ...good, text: 'Te laat' },
        { ...late, text: 'Goed', topic: 'werk', reopens_when_unhappy: true },
        { ...late, id: null, text: 'Anders', topic: 'nieuw', open_answer: true, is_visible: false },
      ],
    })
    expect(saved.body).toMatchObject({
      topics: [{ id: topic.id, name: 'werk', description: 'Snelheid' }, { name: 'nieuw' }],
      answers: [
        { id: good.id, text: 'Te laat' },
        { id: late.id, text: 'Goed', topic: 'werk', reopens_when_unhappy: true },
        { text: 'Anders', topic: 'nieuw', is_visible: false },
      ],
    })
    const shown = await town.api.ask('GET', '/public/feedback/standard_answers', { as: null })
    expect(shown.body.results).toHaveLength(2)
    const twice = {
      topics: [],
      answers: [
        { ...good, topic: null },
        { ...good, id: null, topic: null },
      ],
    }
    expect((await ask('PUT', 'standard-answers', twice)).status).toBe(400)
    expect((await ask('PUT', 'standard-answers', { topics: [], answers: [late] })).status).toBe(400)
    expect((await ask('PUT', 'standard-answers', { topics: [], answers: [] })).body.answers).toEqual([])
  })

  it('are sources, of which none goes that reports may name', async () => {
    const { sources } = (await ask('GET', 'source-list')).body
    const [first] = sources
    const save = (list: object[]) => ask('PUT', 'source-list', { sources: list })
    const added = { ...first, id: null, name: 'Buurtapp', is_public: false }
    const saved = await save([added, ...sources].map((one) => ({ ...one, description: 'x' })))
    expect(saved.body.sources.map(({ name }: { name: string }) => name)).toEqual([
      'Buurtapp',
      ...sources.map(({ name }: { name: string }) => name),
    ])
    expect((await save(sources)).status).toBe(400)
    const all = saved.body.sources
    expect((await save([...all, { ...added, name: 'BUURTAPP' }])).status).toBe(400)
    expect((await save(all.map((one: object) => ({ ...one, is_public: false })))).status).toBe(400)
    const { body } = await town.api.ask('GET', '/private/audit-log?action=sources.saved')
    expect(body.count).toBe(1)
  })

  it('are changed by who may', async () => {
    for (const [method, path, ...needs] of [
      ['GET', '/private/standard-answers', 'sia_read', 'sia_statusmessage_write'],
      ['PUT', '/private/standard-answers', 'sia_write', 'sia_statusmessage_write'],
      ['GET', '/private/source-list'],
      ['PUT', '/private/source-list', 'sia_write', 'change_group'],
    ] as const) {
      const answers = await findRightsAnswers(town.api, town.context, { method, path, needs })
      expect(answers).toMatchObject({ anonymous: 401, without: needs.map(() => 403) })
      expect([200, 400]).toContain(answers.with)
    }
  })
})
