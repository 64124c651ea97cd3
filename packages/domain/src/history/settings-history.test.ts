import { describe, expect, it } from 'vitest'
import { describeCategoryChange, describeUserChange } from './settings-history.ts'

describe('the history of settings', () => {
  it('tells what changed in a category', () => {
    expect(
      describeCategoryChange({
        name: 'Overige meldingen',
        serviceLevel: { days: 4, calendarDays: true },
        description: 'Alles wat nergens past',
        handlingMessage: 'Wij kijken ernaar.',
      }),
    ).toBe(
      'Afhandeltermijn gewijzigd naar:\n 4 weekdagen\nNaam gewijzigd naar:\n Overige meldingen\nOmschrijving gewijzigd naar:\n Alles wat nergens past\nServicebelofte gewijzigd naar:\n Wij kijken ernaar.',
    )
    expect(describeCategoryChange({ isActive: false, isPublicAccessible: true, icon: null })).toBe(
      'Status gewijzigd naar:\n Inactief\nOpenbaar tonen gewijzigd naar:\n Aan\nIcoon verwijderd',
    )
  })

  it('tells what changed in a user', () => {
    expect(describeUserChange({ isActive: false })).toBe('Status wijziging:\n Inactief')
    expect(describeUserChange({ firstName: 'Bea', addedRoles: [] })).toBe(
      'Voornaam gewijzigd:\n Bea\nRol wijziging:\n -',
    )
  })
})
