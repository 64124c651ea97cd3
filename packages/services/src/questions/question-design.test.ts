import { describeEachDatabase, findRightsAnswers, loadConfiguration } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('questions as they are written', (database) => {
  let town: TestTown
  let path: string

  beforeEach(async () => {
    town = await openTown(database)
    const { body } = await town.api.ask('GET', '/private/categories?page_size=100')
    const found = body.results.find(({ slug }: { slug: string }) => slug === 'grofvuil')
    path = `/private/categories/${found.id}/questions`
  })

  const question = (key: string, meta: object = {}) => ({
    key,
    field_type: 'radio_input',
    required: true,
    meta: { label: `Wat is ${key}?`, values: { ja: 'Ja', nee: 'Nee' }, ...meta },
  })
  const save = (questions: object[], revision = 0) =>
    town.api.ask('PUT', `${path}/draft`, { body: { questions, revision } })
  const publish = (revision: number) => town.api.ask('POST', `${path}/publish`, { body: { revision } })
  const keysAsked = async () => {
    const { body } = await town.api.ask('GET', '/public/questions?main_slug=afval&sub_slug=grofvuil', {
      as: null,
    })
    return body.results.map(({ key }: { key: string }) => key)
  }

  it('reach residents when they are published, and can be put back', async () => {
    await loadConfiguration(town.context, {
      categories: [
        {
          slug: 'afval',
          name: 'Afval',
          questions: [
            { key: 'extra_hoofd', fieldType: 'radio_input', meta: { label: 'Hoofd?', values: { a: 'A' } } },
          ],
          children: [
            { slug: 'grofvuil', name: 'Grofvuil', questions: [{ key: 'extra_oud', meta: { label: 'Oud' } }] },
          ],
        },
      ],
    })
    const first = await save([question('extra_b', { ifAllOf: { extra_hoofd: 'a' } }), question('extra_a')])
    expect(first).toMatchObject({
      status: 200,
      body: {
        published: [{ key: 'extra_oud' }],
        draft: { revision: 1, updated_by: 'beheerder@waterveste.example' },
        versions: [],
        inherited: [{ key: 'extra_hoofd' }],
      },
    })
    expect(await keysAsked()).toEqual(['extra_oud', 'extra_hoofd'])
    expect((await town.api.ask('GET', '/private/question-designs')).body).toContainEqual({
      category_id: first.body.category.id,
      count: 1,
      has_draft: true,
    })

    expect((await publish(1)).body).toMatchObject({
      draft: null,
      versions: [
        { number: 2, count: 2, published_by: 'beheerder@waterveste.example' },
        { number: 1, count: 1, published_by: null },
      ],
    })
    expect(await keysAsked()).toEqual(['extra_b', 'extra_a', 'extra_hoofd'])
    const history = await town.api.ask('GET', path.replace('questions', 'history'))
    expect(history.body[0]).toMatchObject({ action: 'Vragen gepubliceerd:\n versie 2' })

    const { body: earlier } = await town.api.ask('GET', `${path}/versions/1`)
    await save(earlier.questions)
    await publish(1)
    expect(await keysAsked()).toEqual(['extra_oud', 'extra_hoofd'])
    expect((await town.api.ask('GET', `${path}/versions/9`)).status).toBe(404)
  })

  it('wait while they are unfinished, and of two who write the second is told', async () => {
    const draft = await save([
      question('extra_a', { values: {} }),
      question('extra_b', { ifAllOf: { weg: 'ja' } }),
    ])
    expect(draft.status).toBe(200)
    expect(await publish(1)).toMatchObject({
      status: 400,
      body: {
        questions: [
          'Vraag 1 (extra_a): Er is nog niets om uit te kiezen.',
          'Vraag 2 (extra_b): De voorwaarde vraagt naar "weg", maar die vraag is er niet.',
        ],
      },
    })
    expect((await save([question('extra_c')])).status).toBe(409)
    expect((await save([question('extra_c')], 1)).body.draft.revision).toBe(2)
    expect((await publish(1)).status).toBe(409)
    expect(await keysAsked()).toEqual([])
    expect((await town.api.ask('DELETE', `${path}/draft`)).body.draft).toBeNull()
    expect((await publish(2)).status).toBe(409)
    for (const label of ['a\u0000', 'half \ud800']) {
      expect((await save([{ ...question('a'), meta: { label } }])).status).toBe(400)
    }
  })

  it('are for who looks after categories', async () => {
    const id = path.replace(/\D/g, '')
    for (const [method, rest, ...needs] of [
      ['GET', path, 'sia_read', 'sia_category_read'],
      ['GET', '/private/question-designs', 'sia_read', 'sia_category_read'],
      ['GET', `/private/categories/${id}/questions/versions/1`, 'sia_read', 'sia_category_read'],
      ['PUT', `${path}/draft`, 'sia_write', 'sia_category_write'],
      ['DELETE', `${path}/draft`, 'sia_write', 'sia_category_write'],
      ['POST', `${path}/publish`, 'sia_write', 'sia_category_write'],
    ] as const) {
      const answers = await findRightsAnswers(town.api, town.context, { method, path: rest, needs })
      expect(answers).toMatchObject({ anonymous: 401, without: [403, 403] })
      expect([200, 400, 404]).toContain(answers.with)
    }
  })
})
