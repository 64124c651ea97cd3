import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FilterChoices, SIGNAL_FILTER_NAMES } from './filter-fields.ts'
import { type FilterParameters, parseSignalFilter, type SignalFilter } from './signal-filter.ts'

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

describe('a filter', () => {
  it.each<[FilterParameters, SignalFilter]>([
    [{}, {}],
    [{ page: '2', geo_bbox: '1', toString: 'x' }, {}],
    [{ status: '', address_text: ' ' }, {}],
    [{ id: '12' }, { id: 12 }],
    [{ id: '1.5' }, { id: 0 }],
    [{ id: '99999999999' }, { id: 0 }],
    [{ status: ['m', 'o', 'm'] }, { statuses: ['m', 'o'] }],
    [{ area_code: ['W01', 'null'] }, { areaCode: { values: ['W01'], orNone: true } }],
    [{ area_type_code: 'null' }, { areaTypeCode: { values: [], orNone: true } }],
    [{ stadsdeel: 'A' }, { district: { values: ['A'], orNone: false } }],
    [{ category_id: ['1', '2'], category_slug: 'overig' }, { categoryIds: [1, 2] }],
    [
      { maincategory_slug: 'afval', category_slug: 'overig' },
      { categorySlugs: { main: ['afval'], sub: ['overig'] } },
    ],
    [{ contact_details: ['email', 'none'] }, { contactDetails: ['none', 'email'] }],
    [{ contact_details: ['email', 'none', 'phone'] }, {}],
    [{ incident_date_before: '2026-03-20' }, { incidentFrom: '2026-03-20' }],
    [{ incident_date_after: '20-03-2026' }, { incidentUntil: '2026-03-20' }],
    [{ directing_department: ['null', 'ASC'] }, { directingDepartment: { values: ['ASC'], orNone: true } }],
    [{ directing_department: ['null', 'ASC', 'STW'] }, {}],
    [{ has_changed_children: ['True', '1'] }, { changedChildren: 'yes' }],
    [{ has_changed_children: 'False' }, { changedChildren: 'no' }],
    [{ has_changed_children: ['true', '0'] }, { changedChildren: 'either' }],
    [{ kind: ['signal', 'child_signal'] }, { kinds: ['signal', 'child_signal'] }],
    [{ kind: ['signal', 'child_signal', 'parent_signal'] }, {}],
    [{ kind: ['exclude_parent_signal', 'parent_signal'] }, {}],
    [{ assigned_user_email: 'null' }, { assignedUserEmail: null }],
    [{ assigned_user_email: 'a@b.example' }, { assignedUserEmail: 'a@b.example' }],
    [{ punctuality: 'null' }, { punctuality: 'none' }],
    [{ punctuality: ['late', 'on_time'] }, { punctuality: 'on_time' }],
    [
      { feedback: 'satisfied', priority: 'high', type: 'COM', source: 'Telefoon', note_keyword: ' lamp ' },
      {
        feedback: 'satisfied',
        priorities: ['high'],
        types: ['COM'],
        sources: ['Telefoon'],
        noteKeyword: 'lamp',
      },
    ],
    [{ created_before: '2026-03-20T12:00:00.990535+01:00' }, { createdUntil: '2026-03-20T11:00:00.990535Z' }],
  ])('%j → %j', (parameters, filter) => {
    expect(parse(parameters)).toEqual(filter)
  })

  it.each([
    ['status', 'xx', 'Selecteer een geldige keuze. xx is geen beschikbare keuze.'],
    ['category_id', '999999', 'Selecteer een geldige keuze. 999999 is geen beschikbare keuze.'],
    ['category_id', '1e0', 'Selecteer een geldige keuze. 1e0 is geen beschikbare keuze.'],
    ['category_id', 'x', 'Selecteer een geldige keuze. x is geen beschikbare keuze.'],
    ['maincategory_slug', 'zz', 'Selecteer een geldige keuze. zz is geen beschikbare keuze.'],
    ['category_slug', 'null', 'Selecteer een geldige keuze. null is geen beschikbare keuze.'],
    ['punctuality', 'x', 'Selecteer een geldige keuze. x is geen beschikbare keuze.'],
    ['has_changed_children', 'ja', 'Selecteer een geldige keuze. ja is geen beschikbare keuze.'],
    ['created_after', 'morgen', 'Voer een geldige datum/tijd in.'],
    ['incident_date', '2026-02-30', 'Voer een geldige datum in.'],
    ['id', 'x', 'Voer een getal in.'],
    ['note_keyword', 'a\0', 'Null-tekens zijn niet toegestaan.'],
  ])('refuses %s=%s', (name, value, message) => {
    expect(parseSignalFilter({ [name]: value }, choices)).toEqual({
      ok: false,
      kind: 'invalid',
      errors: { [name]: [message] },
    })
  })

  it('names every parameter that is wrong', () => {
    const parsed = parseSignalFilter({ status: ['m', 'xx'], id: 'x', type: 'SIG' }, choices)
    expect(parsed.ok ? {} : Object.keys(parsed.errors)).toEqual(['id', 'status'])
  })

  it('narrows or is refused, whatever is asked', () => {
    const name = fc.constantFrom(...SIGNAL_FILTER_NAMES)
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('null', 'm', '1', 'true', 'signal', '2026-01-01', 'A'),
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(value, fc.array(value))), (parameters) => {
        const parsed = parseSignalFilter(parameters, choices)
        if (parsed.ok) {
          expect(Object.values(parsed.value)).not.toContain(undefined)
        } else {
          expect(Object.keys(parsed.errors).every((key) => Object.hasOwn(parameters, key))).toBe(true)
        }
      }),
    )
  })
})
