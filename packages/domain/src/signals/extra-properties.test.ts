import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExtraProperties } from './extra-properties.ts'

describe('extra properties', () => {
  const property = { id: 'extra_lamp', label: 'Lamp', answer: null, category_url: '/signals/v1/public/x' }
  it('are a list of answers with id, label and category', () => {
    expect(
      isExtraProperties([property, { ...property, category_url: 'https://meldingen.example:8000/a/b-c' }]),
    ).toBe(true)
    expect(isExtraProperties([])).toBe(true)
  })

  it.each([
    ['an object', { a: 1 }],
    ['no list', 'x'],
    ['an entry that is null', [null]],
    ['no answer', [{ id: 'a', label: 'b', category_url: '/c' }]],
    ['a number as id', [{ ...property, id: 1 }]],
    ['an address with a script', [{ ...property, category_url: 'javascript:alert(1)' }]],
    ['an empty path', [{ ...property, category_url: '/' }]],
  ])('are not %s', (_, value) => {
    expect(isExtraProperties(value)).toBe(false)
  })

  it('answer for any value', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isExtraProperties(value) === 'boolean'))
  })
})
