import { describe, expect, it } from 'vitest'
import { cleanTranslations, listChangedLanguages, speakHandling, speakName } from './translations.ts'

const LAMP = {
  name: 'Lantaarnpaal kapot',
  publicName: null,
  handlingMessage: 'Binnen 3 dagen.',
  translations: { en: { name: 'Lamp', publicName: 'Broken street light' }, pl: { name: 'Latarnia' } },
}

describe('a category in another language', () => {
  it('has the name that was written for it, and else the Dutch one', () => {
    expect(['en', 'pl', 'nl', 'ar', 'constructor'].map((language) => speakName(LAMP, language))).toEqual([
      'Broken street light',
      'Latarnia',
      'Lantaarnpaal kapot',
      'Lantaarnpaal kapot',
      'Lantaarnpaal kapot',
    ])
    expect(speakHandling(LAMP, 'en')).toBe('Binnen 3 dagen.')
    const told = { ...LAMP, translations: { en: { handlingMessage: 'Within 3 days.' } } }
    expect(speakHandling(told, 'en')).toBe('Within 3 days.')
  })

  it('keeps nothing that is empty', () => {
    expect(cleanTranslations({ en: { name: ' Lamp ', publicName: ' ' }, tr: { name: '' } })).toEqual({
      en: { name: 'Lamp' },
    })
  })

  it('tells in which languages it changed', () => {
    const { en } = LAMP.translations
    expect(listChangedLanguages(LAMP.translations, { en, uk: { name: 'x' } })).toEqual(['pl', 'uk'])
  })
})
