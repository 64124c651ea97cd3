import { SIGNAL_ORDERINGS } from '@signalen/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EMPTY_QUERY,
  findNumber,
  fromFilterOptions,
  isSameFilter,
  type ListQuery,
  readListQuery,
  setFilter,
  toApiQuery,
  toFilterOptions,
  toggleValue,
  writeListQuery,
} from './list-query.ts'

const word = fc.stringMatching(/^[a-z0-9@&=+%][a-z0-9@&=+% ]{0,8}[a-z0-9]$/)
const listQuery: fc.Arbitrary<ListQuery> = fc.record({
  filters: fc
    .record(
      {
        status: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        source: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        address_text: word.map((text) => [text]),
        created_after: fc.constant(['2026-03-01']),
      },
      { requiredKeys: [] },
    )
    .map((filters) => filters as ListQuery['filters']),
  sorting: fc.option(fc.record({ by: fc.constantFrom(...SIGNAL_ORDERINGS), isDescending: fc.boolean() }), {
    nil: undefined,
  }),
  page: fc.integer({ min: 1, max: 500 }),
  words: fc.oneof(fc.constant(''), word),
})

describe('the address of a list', () => {
  test('says all of it, and reads back as the same', () => {
    fc.assert(
      fc.property(listQuery, (query) => {
        const address = writeListQuery(query).toString()
        expect(readListQuery(new URLSearchParams(address))).toEqual(query)
      }),
    )
  })

  test('is empty for the list as it always is', () => {
    expect(writeListQuery(EMPTY_QUERY).toString()).toBe('')
  })

  test('takes nonsense for what it is', () => {
    const query = readListQuery(new URLSearchParams('page=-3&ordering=shoe&status=&foo=1&status=m&status=m'))
    expect(query).toEqual({ filters: { status: ['m'] }, sorting: undefined, page: 1, words: '' })
  })
})

describe('what is asked of the API', () => {
  test('whole days, from their first moment to their last', () => {
    const filters = { created_after: ['2026-03-01'], created_before: ['2026-03-02'] }
    const { query } = toApiQuery({ ...EMPTY_QUERY, filters })
    const parameters = new URLSearchParams(query)
    expect(parameters.get('created_after')).toBe('2026-03-01T00:00:00')
    expect(parameters.get('created_before')).toBe('2026-03-02T23:59:59.999')
  })

  test('a search looks within the filters', () => {
    const asked = toApiQuery({ ...EMPTY_QUERY, words: 'lamp', filters: { status: ['m'] }, page: 2 })
    expect(asked).toEqual({ path: 'search', query: 'q=lamp&status=m&page=2&page_size=50' })
  })

  test('values are encoded', () => {
    const { query } = toApiQuery({ ...EMPTY_QUERY, filters: { source: ['Post & bode'] } })
    expect(query).toContain('source=Post+%26+bode')
  })
})

describe('a filter that is kept', () => {
  test('has lists where several can be chosen', () => {
    const options = toFilterOptions({ status: ['m'], feedback: ['satisfied'], created_after: ['2026-03-01'] })
    expect(options).toEqual({ status: ['m'], feedback: 'satisfied', created_after: '2026-03-01T00:00:00' })
  })

  test('reads back as it was, and leaves out what it does not know', () => {
    const filters = { status: ['m', 'i'], created_before: ['2026-03-02'], punctuality: ['late'] }
    expect(fromFilterOptions({ ...toFilterOptions(filters), shoe_size: ['43'] })).toEqual(filters)
  })

  test('is the same in any order', () => {
    expect(isSameFilter({ status: ['m', 'i'] }, { status: ['i', 'm'] })).toBe(true)
    expect(isSameFilter({ status: ['m'] }, { status: ['m'], priority: ['high'] })).toBe(false)
  })
})

test('choosing and taking back leaves nothing behind', () => {
  const chosen = toggleValue({}, 'status', 'm')
  expect(chosen).toEqual({ status: ['m'] })
  expect(toggleValue(chosen, 'status', 'm')).toEqual({})
  expect(setFilter(chosen, 'status', [])).toEqual({})
})

test.each([
  ['123', 123],
  ['#45', 45],
  [' SIG-7 ', 7],
  ['mel 9', 9],
  ['Dorpsstraat 7', undefined],
  ['0', undefined],
  ['12a', undefined],
])('%s as a number', (words, expected) => {
  expect(findNumber(words)).toBe(expected)
})
