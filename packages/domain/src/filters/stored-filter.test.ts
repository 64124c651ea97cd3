import { describe, expect, it } from 'vitest'
import { type FilterChoices, isSignalFilterName, SIGNAL_FILTER_NAMES } from './filter-fields.ts'
import { type FilterParameters, parseSignalFilter, type SignalFilter } from './signal-filter.ts'
import { decideStoredFilter, presentFilterQuery } from './stored-filter.ts'

const choices: FilterChoices = {
  areaCodes: new Set(['W01', 'W02']),
  areaTypeCodes: new Set(['district']),
  neighbourhoodCodes: new Set(['A00a']),
  categoryIds: new Set([1, 2]),
  mainCategorySlugs: new Set(['afval']),
  subCategorySlugs: new Set(['grofvuil', 'overig']),
  departmentCodes: new Set(['ASC', 'STW']),
  sourceNames: new Set(['online', 'Telefoon']),
}

function parse(parameters: FilterParameters): SignalFilter {
  const parsed = parseSignalFilter(parameters, choices)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

describe('a stored filter', () => {
  it.each([
    [undefined, { non_field_errors: ['No filters specified, "options" object missing.'] }],
    [[], { non_field_errors: ['Expected an object for "options"'] }],
    ['x', { non_field_errors: ['Expected an object for "options"'] }],
    [{ x: 1 }, { non_field_errors: ["FilterSet data to store contains unknown filters ['x']"] }],
    [
      { status: ['zz'] },
      { options: { status: ['Selecteer een geldige keuze. zz is geen beschikbare keuze.'] } },
    ],
    [{ status: 'm' }, { options: { status: ['Voer een lijst met waarden in.'] } }],
  ])('refuses %j', (options, errors) => {
    expect(decideStoredFilter(options, choices)).toEqual({ ok: false, kind: 'invalid', errors })
  })

  it('is kept as it came', () => {
    const options = {
      status: ['m'],
      address_text: '',
      id: 3,
      category_id: [1],
      has_changed_children: [false],
    }
    expect(decideStoredFilter(options, choices)).toEqual({ ok: true, value: options })
  })

  it('gives a query that asks for the same', () => {
    const options = { status: ['m', 'ready to send'], address_text: 'A & B', feedback: '', id: 0 }
    const query = presentFilterQuery(options)
    expect(query).toBe('status=m&status=ready+to+send&address_text=A+%26+B')
    const parameters = new URLSearchParams(query)
    expect(
      parse({ status: parameters.getAll('status'), address_text: parameters.getAll('address_text') }),
    ).toEqual(parse({ status: ['m', 'ready to send'], address_text: 'A & B' }))
  })

  it('knows 32 filters', () => {
    expect(SIGNAL_FILTER_NAMES).toHaveLength(32)
    expect(isSignalFilterName('constructor')).toBe(false)
  })
})
