import { PERMISSION_CODES, STATUS_CODES } from '@signalen/domain'
import { describeEachDatabase } from '@signalen/testkit/database'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HANDLING_CODES } from '../categories/handling-codes.ts'
import { exportConfiguration } from './export-configuration.ts'
import { importConfiguration } from './import-configuration.ts'

const clock = { now: () => new Date('2027-03-01T09:00:00Z') }

/** Any text that a person or another system could have put in a file. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((value) => !value.includes('\0') && value.isWellFormed())
/** What stands around it is not kept, and nothing is no translation. */
const translated = text.map((value) => value.trim()).filter((value) => value !== '')
const code = fc.string({ unit: fc.constantFrom('A', 'b', 'C', '1'), minLength: 1, maxLength: 3 })
const slug = fc.string({ unit: fc.constantFrom('a', 'b', '-', '_', '3'), minLength: 1, maxLength: 6 })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const json = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('\\u0000'))

function distinct<Row>(row: fc.Arbitrary<Row>, keyOf: (row: Row) => unknown, maxLength = 4) {
  return fc.uniqueArray(row, { selector: keyOf, maxLength })
}

const department = fc.record({ code, name: text, isIntern: fc.boolean(), canDirect: fc.boolean() })
const role = fc.record({ name: text, permissions: fc.subarray([...PERMISSION_CODES], { maxLength: 5 }) })
const question = fc.record({
  key: text,
  fieldType: fc.constantFrom('plain_text', 'radio_input'),
  required: fc.boolean(),
  meta: fc.dictionary(text, json, { maxKeys: 3, noNullPrototype: true }),
})

/** An export writes questions in the order in which they are asked. */
function inOrder<Row extends object>(rows: readonly Row[]) {
  return rows.map((row, order) => ({ ...row, order }))
}

const longitude = fc.double({ min: 3.4, max: 5, noNaN: true })
const latitude = fc.double({ min: 51, max: 52, noNaN: true })
const area = fc
  .record({
    code: text,
    name: text,
    west: longitude,
    south: latitude,
    width: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ west, south, width, ...names }) => ({
    ...names,
    type: 'wijk',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, south],
            [west + width, south],
            [west, south + width],
            [west, south],
          ],
        ],
      ],
    },
  }))

function categoryWith(departments: readonly { code: string }[]) {
  const link = fc.record({
    code: fc.constantFrom(...departments.map((row) => row.code), ''),
    isResponsible: fc.boolean(),
    canView: fc.constant(true),
  })
  return {
    slug,
    name: text,
    publicName: maybe(text),
    isPublicAccessible: fc.boolean(),
    isActive: fc.boolean(),
    handling: fc.constantFrom(...HANDLING_CODES),
    handlingMessage: maybe(text),
    description: maybe(text),
    note: maybe(text),
    translations: fc.record(
      { en: fc.record({ publicName: translated, handlingMessage: translated }) },
      { requiredKeys: [] },
    ),
    serviceLevelObjectives: fc.array(fc.record({ days: fc.nat(100), useCalendarDays: fc.boolean() }), {
      maxLength: 3,
    }),
    departments: distinct(link, (row) => row.code.toLowerCase()).map((rows) =>
      rows.filter((row) => row.code !== ''),
    ),
    questions: distinct(question, ({ key }) => key, 3).map(inOrder),
  }
}

const configuration = distinct(department, (row) => row.code.toLowerCase()).chain((departments) => {
  const fields = categoryWith(departments)
  const main = fc.record({ ...fields, children: distinct(fc.record(fields), (row) => row.slug) })
  return fc.record({
    format: fc.constant('signalen-configuration'),
    version: fc.constant(1),
    municipality: fc.record({ name: text, idPrefix: text }, { requiredKeys: [] }),
    settings: fc.record({ nearWeeks: fc.nat(99), myReports: fc.boolean() }, { requiredKeys: [] }),
    roles: distinct(role, ({ name }) => name),
    departments: fc.constant(departments),
    categories: distinct(main, (row) => row.slug, 3),
    areaTypes: fc.constant([{ code: 'wijk', name: 'Wijk', description: '' }]),
    areas: distinct(area, (row) => row.code),
    standardAnswers: distinct(
      fc.record({ text, isSatisfied: fc.boolean(), order: maybe(fc.nat(9)), topic: fc.constant(null) }),
      (row) => row.text,
    ),
    // The same title and state may stand there twice.
    statusMessages: fc.array(
      fc.record({
        title: fc.constantFrom('Opgelost', 'Bezig'),
        text,
        active: fc.boolean(),
        state: fc.constantFrom(...STATUS_CODES),
      }),
      { maxLength: 6 },
    ),
  })
})

describeEachDatabase('whatever a municipality is like', (database) => {
  const load = async (file: string) => {
    const outcome = await importConfiguration(database.municipality, file, { clock })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return outcome.changes
  }

  it('its file makes it again, and the same file twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, async (given) => {
        await database.reset()
        await load(JSON.stringify(given))
        const first = await exportConfiguration(database.municipality)
        expect(JSON.parse(first)).toMatchObject(JSON.parse(JSON.stringify(sortPermissions(given))))
        expect(await load(first)).toEqual([])
        expect(await load(JSON.stringify(given))).toEqual([])

        await database.reset()
        await load(first)
        expect(await exportConfiguration(database.municipality)).toBe(first)
      }),
      // A file that fails is small enough to read; to make it smaller would take minutes.
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})

/** Lists of which the order says nothing stand in the order in which they are written. */
function sortPermissions<File extends { roles: { permissions: string[] }[] }>(file: File): File {
  return { ...file, roles: file.roles.map((row) => ({ ...row, permissions: [...row.permissions].sort() })) }
}
