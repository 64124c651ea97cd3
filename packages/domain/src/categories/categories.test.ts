import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSlug,
  decideCategoryConfiguration,
  displayCategory,
  displayDepartment,
  findPublicCategoryName,
} from './categories.ts'

describe('categories', () => {
  it('are shown with their main category', () => {
    expect(displayCategory({ name: 'Grofvuil', parentName: 'Afval' })).toBe('Grofvuil (Afval)')
    expect(displayCategory({ name: 'Afval', parentName: null })).toBe('Afval')
    expect(displayDepartment({ code: 'STW', name: 'Stadswerken' })).toBe('STW (Stadswerken)')
    expect(findPublicCategoryName({ name: 'Grofvuil', publicName: '' })).toBe('Grofvuil')
    expect(findPublicCategoryName({ name: 'Grofvuil', publicName: 'Grof' })).toBe('Grof')
  })

  it.each([
    [null, true, undefined],
    [{}, false, undefined],
    [{ show_children_in_filter: true }, true, undefined],
    [{ show_children_in_filter: true }, false, 'No additional configuration allowed for child categories'],
    [{ x: 1 }, true, 'The "show_children_in_filter" is required for parent categories'],
    [{ show_children_in_filter: 'x' }, true, 'Value of "show_children_in_filter" is not a valid boolean'],
    [{ show_children_in_filter: true, x: 1 }, true, 'Only "show_children_in_filter" is allowed'],
    [[], true, 'Only "show_children_in_filter" is allowed'],
  ])('keep settings %j, with children %s: %s', (configuration, hasChildren, message) => {
    const decision = decideCategoryConfiguration(configuration, hasChildren)
    expect(decision.ok ? undefined : decision.errors).toEqual(message && { configuration: [message] })
  })

  it.each([
    ['Veeg- / zwerfvuil', 'veeg-zwerfvuil'],
    ['Eikenprocessierups', 'eikenprocessierups'],
    ['Café & één', 'cafe-een'],
    ['!!!', 'categorie'],
    ['Overig', 'overig-3'],
  ])('called %s live at %s', (name, slug) => {
    expect(createSlug(name, new Set(['overig', 'overig-2']))).toBe(slug)
  })

  it('always get an address of their own', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
        const taken = new Set(others.map((other) => createSlug(other, new Set())))
        const slug = createSlug(name, taken)
        expect(slug).toMatch(/^[a-z0-9][a-z0-9_-]*$/)
        expect(taken.has(slug)).toBe(false)
      }),
    )
  })
})
