import { expect, test } from 'vitest'
import type { Category } from '../../api/wire.ts'
import { findCategoryFault, toCategoryBody, toCategoryInput } from './category-input.ts'

const category = {
  name: 'Grofvuil',
  description: null,
  handling_message: 'Binnen 3 dagen.',
  sla: { n_days: 3, use_calendar_days: true },
  is_active: true,
  is_public_accessible: false,
  public_name: null,
  note: null,
  configuration: null,
  departments: [
    { id: 1, code: 'AFV', name: 'Afval', is_responsible: true, can_view: true },
    { id: 2, code: 'STW', name: 'Stadswerken', is_responsible: false, can_view: true },
  ],
} as Partial<Category> as Category
const input = toCategoryInput(category)

test('sends nothing when nothing changed', () => {
  expect(toCategoryBody(category, input, false)).toEqual({})
})

test('sends the whole set of departments when one of them changes', () => {
  const rights = { ...input.rights, '2': 'none', '3': 'view' } as const
  expect(toCategoryBody(category, { ...input, rights }, false)).toEqual({
    new_departments: [
      { id: 1, is_responsible: true, can_view: true },
      { id: 3, is_responsible: false, can_view: true },
    ],
  })
  expect(toCategoryBody(category, { ...input, rights: { ...input.rights, '9': 'none' } }, false)).toEqual({})
})

test('sends all that is translated when something of it changes', () => {
  const translated = { ...category, translations: { en: { name: 'Bulky', public_name: 'Bulky waste' } } }
  const before = toCategoryInput(translated)
  expect(toCategoryBody(translated, before, false)).toEqual({})
  const pl = { ...before.translations.pl, publicName: 'Odpady ', handlingMessage: 'W 3 dni.' }
  const changed = { ...before, translations: { ...before.translations, pl } }
  expect(toCategoryBody(translated, changed, false)).toEqual({
    translations: {
      en: { name: 'Bulky', public_name: 'Bulky waste' },
      pl: { public_name: 'Odpady', handling_message: 'W 3 dni.' },
    },
  })
})

test('keeps the kind of days when only their number changes', () => {
  expect(toCategoryBody(category, { ...input, days: '5' }, false)).toEqual({
    new_sla: { n_days: 5, use_calendar_days: true },
  })
})

test('empties what is emptied, and leaves a term as it was when it is emptied', () => {
  expect(toCategoryBody(category, { ...input, handlingMessage: ' ', days: '' }, false)).toEqual({
    handling_message: null,
  })
})

test.each([
  [{ name: ' ' }, 'name'],
  [{ days: 'drie' }, 'days'],
  [{ days: '-1' }, 'days'],
  [{ days: '0' }, undefined],
])('%j', (change, expected) => {
  expect(findCategoryFault({ ...input, ...change }, false)).toBe(expected)
})
