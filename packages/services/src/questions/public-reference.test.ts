import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'

const question = (key: string, order?: number) => ({ key, order, meta: { label: key } })

describeEachDatabase('what forms ask of a municipality', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    api = await openStaffApi(test.context)
  })

  describe('questions', () => {
    beforeEach(() =>
      loadConfiguration(test.context, {
        categories: [
          {
            slug: 'wegen',
            name: 'Wegen',
            questions: [question('hoofd')],
            children: [
              {
                slug: 'lamp',
                name: 'Lamp',
                questions: [question('tweede', 2), question('eerste', 1), question('laatste')],
              },
              { slug: 'oud', name: 'Oud', isActive: false, questions: [question('oud')] },
            ],
          },
          { slug: 'dicht', name: 'Dicht', isActive: false, questions: [question('dicht')] },
        ],
      }),
    )

    const keysOf = async (query: string) => {
      const { status, body } = await api.ask('GET', `/public/questions?${query}`, { as: null })
      return status === 200 ? body.results.map(({ key }: { key: string }) => key) : Object.keys(body)
    }

    it.each([
      ['main_slug=wegen&sub_slug=lamp', ['eerste', 'tweede', 'laatste', 'hoofd']],
      ['main_slug=wegen', ['hoofd']],
      ['', ['eerste', 'tweede', 'laatste', 'hoofd']],
      ['sub_slug=lamp', ['eerste', 'tweede', 'laatste', 'hoofd']],
      ['main_slug=dicht', ['main_slug']],
      ['main_slug=wegen&sub_slug=oud', ['sub_slug']],
      ['main_slug=x&sub_slug=y', ['main_slug', 'sub_slug']],
    ])('for "%s" are %j', async (query, keys) => {
      expect(await keysOf(query)).toEqual(keys)
    })

    it('are shown as they are kept', async () => {
      const { body } = await api.ask('GET', '/public/questions?main_slug=wegen')
      expect(body.results).toEqual([
        { key: 'hoofd', field_type: 'plain_text', meta: { label: 'hoofd' }, required: false },
      ])
    })

    it('change at once', async () => {
      await keysOf('main_slug=wegen')
      await loadConfiguration(test.context, {
        categories: [{ slug: 'wegen', name: 'Wegen', questions: [question('nieuw')] }],
      })
      expect(await keysOf('main_slug=wegen')).toEqual(['nieuw'])
    })
  })

  it('offers standard answers by topic, those without one last, and none that are hidden', async () => {
    const answer = (text: string, order: number, topic: string | null = null, isVisible = true) => ({
      text,
      order,
      topic,
      isVisible,
    })
    await loadConfiguration(test.context, {
      standardAnswerTopics: [
        { name: 'B', description: 'Tweede', order: 2 },
        { name: 'A', description: 'Eerste', order: 1 },
      ],
      standardAnswers: [
        answer('los', 1),
        answer('b1', 1, 'B'),
        answer('a2', 2, 'A'),
        answer('a1', 1, 'A'),
        answer('a1 later', 1, 'A'),
        answer('weg', 1, null, false),
      ],
    })
    const { body } = await api.ask('GET', '/public/feedback/standard_answers/', { as: null })
    expect(
      body.results.map(({ text, topic }: { text: string; topic: string | null }) => [text, topic]),
    ).toEqual([
      ['a1 later', 'Eerste'],
      ['a1', 'Eerste'],
      ['a2', 'Eerste'],
      ['b1', 'Tweede'],
      ['los', null],
    ])
  })

  describe('translations', () => {
    it('are not there until somebody words them', async () => {
      expect(await api.ask('GET', '/public/translations.json', { as: null })).toMatchObject({
        status: 404,
        body: 'Translation file not found.',
      })
    })

    it.each([[{ kop: { titel: 'Hallo' } }], [['a']], [null]])('are %j after that', async (content) => {
      const json = JSON.stringify(content)
      for (const payload of ['{"oud": true}', json]) {
        const response = await api.app.inject({
          method: 'POST',
          url: '/signals/v1/private/translations/',
          headers: {
            authorization: 'Bearer beheerder@waterveste.example',
            'content-type': 'application/json',
          },
          payload,
        })
        expect([response.statusCode, response.body]).toEqual([201, JSON.stringify(JSON.parse(payload))])
      }
      expect((await api.ask('GET', '/public/translations.json')).body).toEqual(content)
    })

    it('are no words that cannot be stored', async () => {
      expect((await api.ask('POST', '/private/translations', { body: { a: 'b\0c' } })).status).toBe(400)
    })
  })

  it('shows sources in the order of the municipality', async () => {
    await loadConfiguration(test.context, {
      sources: [
        { name: 'zonder plaats', isActive: true },
        { name: 'Balie', order: 2, isActive: true, canBeSelected: false },
        { name: 'App', order: 2 },
        { name: 'online', order: 1, isActive: true },
      ],
    })
    const namesOf = async (query: string) =>
      (await api.ask('GET', `/private/sources?${query}`)).body.results.map(
        ({ name }: { name: string }) => name,
      )
    expect(await namesOf('')).toEqual(['online', 'App', 'Balie', 'zonder plaats'])
    expect(await namesOf('is_active=true&can_be_selected=true')).toEqual(['online', 'zonder plaats'])
    const [{ id }] = (await api.ask('GET', '/private/sources')).body.results
    expect((await api.ask('GET', `/private/sources/${id}`)).body).toMatchObject({ name: 'online' })
    expect((await api.ask('GET', '/private/sources/999')).status).toBe(404)
  })
})
