import { existsSync, readFileSync } from 'node:fs'
import { createTestContext } from '@signalen/testkit'
import { describeEachDatabase } from '@signalen/testkit/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { runTask } from '../background/run-task.ts'
import { loadSettings } from '../settings/load-settings.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { exportConfiguration } from './export-configuration.ts'
import { type ImportOutcome, importConfiguration } from './import-configuration.ts'

const FILES = [
  ['demonstration', new URL('../../../../demo/municipality.json', import.meta.url)],
  [
    'contract (in the folder beside the checkout)',
    new URL('../../../../../shared/contract/base-data.json', import.meta.url),
  ],
] as const
const clock = { now: () => new Date('2027-03-01T09:00:00Z') }

const HEAD = { format: 'signalen-configuration', version: 1 }

function file(parts: object): string {
  return JSON.stringify({ ...HEAD, ...parts }, null, 1)
}

function changesOf(outcome: ImportOutcome): readonly string[] {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.changes
}

function faultsOf(outcome: ImportOutcome): readonly string[] {
  return outcome.ok ? [] : outcome.faults.map(({ path, reason }) => `${path} ${reason}`)
}

describeEachDatabase('import and export of a municipality', (database) => {
  beforeEach(() => database.reset())

  function load(text: string, dryRun = false): Promise<ImportOutcome> {
    return importConfiguration(database.municipality, text, { clock, dryRun })
  }

  describe.each(FILES)('the municipality of the %s', (_, url) => {
    test.skipIf(!existsSync(url))('comes back as it went in, and is a fixed point from then on', async () => {
      const text = readFileSync(url, 'utf8')
      const { mailRenderer } = createTestContext(database.municipality).context
      const outcome = await importConfiguration(database.municipality, text, { clock, mailRenderer })
      expect(changesOf(outcome).length).toBeGreaterThan(100)
      const first = await exportConfiguration(database.municipality)
      expect(withoutOrder(JSON.parse(first))).toMatchObject(withoutOrder(JSON.parse(text)))

      expect(changesOf(await load(first))).toEqual([])
      expect(changesOf(await load(text))).toEqual([])
      expect(await exportConfiguration(database.municipality)).toBe(first)

      await database.reset()
      await load(first)
      expect(await exportConfiguration(database.municipality)).toBe(first)
    })
  })

  test('icons go in and out, and stay where they are when nothing changed', async () => {
    const { context, files } = createTestContext(database.municipality)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')
    const icon = `data:image/svg+xml;base64,${svg.toString('base64')}`
    const withIcon = (address: unknown) =>
      file({ categories: [{ slug: 'afval', name: 'Afval', icon: address, children: [] }] })
    const bring = (text: string, dryRun = false) =>
      importConfiguration(database.municipality, text, { clock, dryRun, icons: context })

    expect(changesOf(await bring(withIcon(icon), true))).toHaveLength(1)
    expect(files.size).toBe(0)
    await bring(withIcon(icon))
    expect([...files.values()]).toEqual([svg])
    const exported = await exportConfiguration(database.municipality, context.files)
    expect(JSON.parse(exported).categories[0]).toMatchObject({ slug: 'afval', icon })
    expect(changesOf(await bring(withIcon(icon)))).toEqual([])
    expect(changesOf(await bring(exported))).toEqual([])
    expect(changesOf(await load(withIcon(icon)))).toEqual([])

    const png = `data:image/png;base64,${Buffer.from('prent').toString('base64')}`
    expect(changesOf(await bring(withIcon(png)))).toEqual(['category afval: icon changed'])
    await runTask(context, 'delete-files')
    expect([...files.values()].map(String)).toEqual(['prent'])

    const bad = Buffer.from('<svg onload="x()"></svg>').toString('base64')
    const refused = await bring(withIcon(`data:image/svg+xml;base64,${bad}`))
    expect(refused).toMatchObject({ ok: false, faults: [{ line: 8, path: 'categories[0].icon' }] })
    expect(faultsOf(refused)[0]).toContain('is no icon: De tekening mag geen scripts')
    expect(faultsOf(await bring(withIcon('https://prent.example/x.svg')))[0]).toContain('must be a picture')
    expect(files.size).toBe(1)
    await bring(withIcon(null))
    expect(
      JSON.parse(await exportConfiguration(database.municipality, context.files)).categories[0].icon,
    ).toBe(null)
  })

  test('mail templates are read as when they are saved', async () => {
    const { mailRenderer } = createTestContext(database.municipality).context
    const emailTemplates = [
      { key: 'signal_created', title: 'Melding {{ formatted_signal_id }}', body: 'Dag {{ naam_melder }}' },
      { key: 'signal_status_changed_afgehandeld', title: 'Klaar {% if %}', body: 'Dag' },
    ]
    const outcome = await importConfiguration(database.municipality, file({ emailTemplates }), {
      clock,
      mailRenderer,
    })
    expect(outcome).toMatchObject({
      ok: false,
      faults: [
        { line: 8, path: 'emailTemplates[0].body', reason: expect.stringContaining('naam_melder') },
        { line: 12, path: 'emailTemplates[1].title' },
      ],
    })
  })

  test('a dry run says what would change and changes nothing', async () => {
    const text = file({ departments: [{ code: 'AFV', name: 'Afval' }], municipality: { name: 'Waterveste' } })
    expect(changesOf(await load(text, true))).toEqual(['setting name: changed', 'department afv: new'])
    expect(JSON.parse(await exportConfiguration(database.municipality)).departments).toEqual([])
    expect(changesOf(await load(text))).toHaveLength(2)
    expect(changesOf(await load(text, true))).toEqual([])
  })

  test('leaves alone what the file does not name', async () => {
    const departments = [
      { code: 'AFV', name: 'Afval', canDirect: true },
      { code: 'GRN', name: 'Groen' },
    ]
    await load(file({ departments, settings: { myReports: true } }))
    const changes = changesOf(await load(file({ departments: [{ code: 'afv', name: 'Afval en Schoon' }] })))
    expect(changes).toEqual(['department afv: code, name changed'])
    const stored = JSON.parse(await exportConfiguration(database.municipality))
    expect(stored.departments).toEqual([
      { code: 'afv', name: 'Afval en Schoon', isIntern: true, canDirect: true },
      { code: 'GRN', name: 'Groen', isIntern: true, canDirect: false },
    ])
    expect(stored.settings).toEqual({ myReports: true })
  })

  test('settings are read at once after an import, with defaults for the rest', async () => {
    expect(await loadSettings(database.municipality)).toEqual(DEFAULT_SETTINGS)
    await load(file({ municipality: { name: 'Waterveste' }, settings: { nearWeeks: 3 } }))
    expect(await loadSettings(database.municipality)).toMatchObject({ name: 'Waterveste', nearWeeks: 3 })
    await load(file({ settings: { nearWeeks: 4 } }))
    expect(await loadSettings(database.municipality)).toMatchObject({ nearWeeks: 4, nearRadiusMetres: 50 })
  })

  test('a service level that differs goes on top of the earlier ones', async () => {
    const category = (days: number) =>
      file({ categories: [{ slug: 'afval', name: 'Afval', serviceLevelObjectives: [{ days }] }] })
    await load(category(3))
    await load(category(5))
    expect(changesOf(await load(category(5)))).toEqual([])
    const stored = JSON.parse(await exportConfiguration(database.municipality))
    expect(stored.categories[0].serviceLevelObjectives.map(({ days }: { days: number }) => days)).toEqual([
      3, 5,
    ])
  })

  test('changes the question of one category without touching another that asks it too', async () => {
    const { kysely } = database.municipality
    const questions = [{ key: 'extra_wanneer', meta: { label: 'Wanneer?' } }]
    await load(
      file({
        categories: [
          { slug: 'afval', name: 'Afval', questions },
          { slug: 'groen', name: 'Groen' },
        ],
      }),
    )
    const groen = await kysely
      .selectFrom('category')
      .select('id')
      .where('slug', '=', 'groen')
      .executeTakeFirstOrThrow()
    const question = await kysely.selectFrom('question').select('id').executeTakeFirstOrThrow()
    await kysely
      .insertInto('category_question')
      .values({ category_id: groen.id, question_id: question.id, order: 1 })
      .execute()

    const changed = [{ key: 'extra_wanneer', meta: { label: 'Sinds wanneer?' } }]
    await load(file({ categories: [{ slug: 'afval', name: 'Afval', questions: changed }] }))
    const { categories } = JSON.parse(await exportConfiguration(database.municipality))
    expect(categories.map(labelOfFirstQuestion)).toEqual(['Sinds wanneer?', 'Wanneer?'])
  })

  test('tells standard texts with the same title and state apart by their order', async () => {
    const messages = ['een', 'twee'].map((text) => ({ title: 'Opgelost', text, state: 'o' }))
    await load(file({ statusMessages: messages }))
    expect(changesOf(await load(file({ statusMessages: messages })))).toEqual([])
    const [first] = messages
    expect(changesOf(await load(file({ statusMessages: [first, { ...first, text: 'drie' }] })))).toEqual([
      'standard text Opgelost (o) #2: text changed',
    ])
  })

  test('keeps the history of a category and of a user', async () => {
    const before = { categories: [{ slug: 'afval', name: 'Afval' }], users: [{ email: 'a@b.example' }] }
    await load(file(before))
    await load(
      file({
        categories: [{ slug: 'afval', name: 'Huisvuil' }],
        users: [{ email: 'a@b.example', isActive: false }],
      }),
    )
    const history = await database.municipality.kysely
      .selectFrom('object_history')
      .select(['object_type', 'data', 'created_by'])
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { object_type: 'user', data: { isActive: false }, created_by: null },
      { object_type: 'category', data: { name: 'Huisvuil' }, created_by: null },
    ])
  })

  describe('faults', () => {
    test('are all named, each with its line, and nothing is stored', async () => {
      const text = `{
  "format": "signalen-configuration",
  "version": 1,
  "municipality": { "name": "" },
  "weather": [],
  "departments": [
    { "code": "AFV", "name": "Afval" },
    { "code": "AFVAL", "name": "Afval" },
    { "code": "afv", "name": "Nog eens" }
  ],
  "roles": [{ "name": "Lezer", "permissions": ["sia_read", "sia_dream"] }],
  "users": [
    { "email": "geen adres" },
    { "email": "iemand@waterveste.example", "roles": ["Lezer", "Dromer"], "departments": ["XYZ"], "age": 4 }
  ]
}`
      const outcome = await load(text)
      if (outcome.ok) throw new Error('it was accepted')
      expect(outcome.faults.map(({ line, path, reason }) => [line, path, reason])).toEqual([
        [4, 'municipality.name', 'may not be empty'],
        [5, 'weather', '"weather" is not a part of a configuration file'],
        [8, 'departments[1].code', 'is too long: at most 3'],
        [9, 'departments[2]', 'department afv stands here twice'],
        [11, 'roles[0].permissions[1]', 'is not a permission of this version'],
        [13, 'users[0].email', 'is not an e-mail address'],
        [14, 'users[1].age', '"age" is not known here'],
      ])
      expect(JSON.parse(await exportConfiguration(database.municipality)).departments).toEqual([])
    })

    test('of references to what is not there', async () => {
      const outcome = await load(
        file({
          users: [{ email: 'a@b.example', roles: ['Dromer'], departments: ['XYZ'] }],
          categories: [{ slug: 'afval', name: 'Afval', departments: [{ code: 'XYZ' }], children: [] }],
          areas: [{ code: 'N', name: 'Noord', type: 'wijk' }],
          expressions: [{ name: 'e', type: 'routing', code: 'x == 1' }],
          routingExpressions: [{ expression: 'f', department: 'XYZ', user: 'c@d.example' }],
          standardAnswers: [{ text: 'Goed', topic: 'Niets' }],
          statusMessages: [{ title: 't', text: 't', state: 'o', categories: [{ main: 'afval', sub: 'x' }] }],
        }),
      )
      expect(faultsOf(outcome)).toEqual(
        [
          'users[0].roles[0] there is no role Dromer',
          'users[0].departments[0] there is no department XYZ',
          'categories[0].departments[0] there is no department XYZ',
          'areas[0].type there is no area type wijk',
          'areas[0].geometry is missing for a new area',
          'expressions[0].type there is no expression type routing',
          'routingExpressions[0].expression there is no expression routing/f',
          'routingExpressions[0].department there is no department XYZ',
          'routingExpressions[0].user there is no user c@d.example',
          'standardAnswers[0].topic there is no topic of standard answers Niets',
          'statusMessages[0].categories[0] there is no category afval/x',
        ].sort((left, right) => faultsOf(outcome).indexOf(left) - faultsOf(outcome).indexOf(right)),
      )
    })

    test('of an active rule that assigns to someone who cannot do it', async () => {
      const rule = { expression: 'e', department: 'AFV', user: 'a@b.example', isActive: true }
      const parts = {
        departments: [{ code: 'AFV', name: 'Afval' }],
        users: [{ email: 'a@b.example', isActive: false }],
        expressionTypes: [{ name: 'routing' }],
        expressions: [{ name: 'e', type: 'routing', code: 'x == 1' }],
      }
      expect(faultsOf(await load(file({ ...parts, routingExpressions: [rule] })))).toEqual([
        'routingExpressions[0].user a@b.example is not active',
        'routingExpressions[0].user a@b.example is not part of department AFV',
      ])
      expect(
        faultsOf(await load(file({ ...parts, routingExpressions: [{ ...rule, isActive: false }] }))),
      ).toEqual([])
    })

    test('of a shape that crosses itself', async () => {
      const bow = [
        [
          [4, 52],
          [5, 53],
          [5, 52],
          [4, 53],
          [4, 52],
        ],
      ]
      const outcome = await load(
        file({
          areaTypes: [{ code: 'wijk', name: 'Wijk' }],
          areas: [
            { code: 'N', name: 'Noord', type: 'wijk', geometry: { type: 'Polygon', coordinates: bow } },
          ],
        }),
      )
      expect(faultsOf(outcome)[0]).toContain('areas[0].geometry is no valid shape: Self-intersection')
    })

    test('of text that is no JSON', async () => {
      expect(faultsOf(await load('{"format": '))).toEqual([' this is no JSON: a value is expected'])
    })
  })
})

function labelOfFirstQuestion(category: { questions: { meta: { label: string } }[] }): string | undefined {
  return category.questions[0]?.meta.label
}

/** Lists of names, and mail templates, have no order of their own. */
function withoutOrder(value: unknown): object {
  return JSON.parse(JSON.stringify(value), (key, inner) => {
    if (Array.isArray(inner) && typeof inner[0] === 'string') return inner.sort()
    return key === 'emailTemplates'
      ? Object.fromEntries(inner.map((row: { key: string }) => [row.key, row]))
      : inner
  })
}
