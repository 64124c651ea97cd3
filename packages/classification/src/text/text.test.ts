import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCompound } from './compound.ts'
import { listWords, normaliseText } from './normalise.ts'
import { dropUnknownNames, stripPersonalData } from './personal-data.ts'
import { correctWord } from './spelling.ts'
import { stemWord } from './stem.ts'

describe('normaliseText', () => {
  it.each([
    ['Café ÇÖP Łódka Straße ışık', 'cafe cop lodka strasse isik'],
    ['Heeeeeel vies!!!', 'heel vies!!'.replace('!!', '!!!')],
  ])('reads %s', (text, expected) => {
    expect(normaliseText(text)).toBe(expected)
  })

  it('makes one sign of every number', () => {
    expect(listWords("auto's op nr 12, 3x")).toEqual(['autos', 'op', 'nr', '0', '0'])
  })

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => listWords(text).every((one) => one.length > 0)),
    )
  })
})

describe('stemWord', () => {
  it.each([
    ['bomen', 'boom'],
    ['takken', 'tak'],
    ['lampen', 'lamp'],
    ['huizen', 'huis'],
    ['brieven', 'brief'],
  ])('gives %s and %s one stem', (one, other) => {
    expect(stemWord(one).replace(/(.)\1/g, '$1')).toBe(stemWord(other).replace(/(.)\1/g, '$1'))
  })
})

describe('correctWord', () => {
  const vocabulary = new Set(['lantaarnpaal', 'wespennest'])
  it.each([
    ['wepsennest', 'wespennest'],
    ['wespenest', 'wespennest'],
    ['lantaarnpaall', 'lantaarnpaal'],
    ['lantaarmpaal', 'lantaarnpaal'],
    ['fietspad', undefined],
  ])('reads %s as %s', (word, expected) => {
    expect(correctWord(word, vocabulary)).toBe(expected)
  })
})

describe('splitCompound', () => {
  const vocabulary = new Set(['zwerf', 'zwerfafval', 'afvalbak', 'stad', 'plattegrond', 'honden', 'poep'])
  it.each([
    ['zwerfafvalbak', ['zwerf', 'afvalbak']],
    ['stadsplattegrond', ['stad', 'plattegrond']],
    ['hondenpoep', ['honden', 'poep']],
    ['hondenpoepbak', []],
    ['poep', []],
  ])('reads %s as %j', (word, parts) => {
    expect(splitCompound(word, vocabulary)).toEqual(parts)
  })
})

describe('stripPersonalData', () => {
  it.each([
    ['Mijn naam is Anneke van der Vliet en de lamp is kapot', ['Anneke', 'Vliet']],
    ['Bel mij op 06-12345678 of 0031 6 1234 5678', ['123', '5678']],
    ['mail naar a.vliet@voorbeeld.example graag', ['vliet', 'voorbeeld']],
    ['auto met kenteken 12-ABC-3 en XT123B en 1-abc-23', ['ABC', 'XT123B', 'abc']],
    ['afval bij Kerkstraat 12a, 1234 AB Voorburg', ['Kerkstraat', '12a', '1234']],
    ['afval bij kerkstraat 12 en op de Lange Nieuwstraat', ['kerkstraat', 'Nieuwstraat', 'Lange']],
    ['mijn BSN is 123456782 en IBAN NL91ABNA0417164300', ['123456782', 'NL91', 'ABNA']],
    ['Dhr. J. de Boer heeft het gezien', ['Boer']],
    ['Met vriendelijke groet, Karel Jansen', ['Karel', 'Jansen']],
    ['volgens Pieter Jansen ligt er afval', ['Pieter', 'Jansen']],
    ['geboren op 12-03-1961', ['12', '1961']],
    ['zie https://voorbeeld.example/melding/8812', ['voorbeeld', '8812']],
  ])('takes the person out of: %s', (text, forbidden) => {
    const stripped = stripPersonalData(text)
    for (const one of forbidden) expect(stripped).not.toContain(one)
  })

  it('leaves an ordinary report as it is', () => {
    const text = 'De lantaarnpaal bij de speeltuin knippert, de straat is donker'
    expect(stripPersonalData(text)).toBe(text)
  })

  it('stays quick on long and hostile texts', () => {
    const started = performance.now()
    stripPersonalData('Aa '.repeat(1300))
    stripPersonalData('1-'.repeat(2000))
    stripPersonalData('a@'.repeat(2000))
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('leaves no figure', () => {
    fc.assert(fc.property(fc.string(), (text) => !/\d{2}/.test(stripPersonalData(text))))
  })
})

describe('dropUnknownNames', () => {
  it('takes away capitalised words inside a sentence that are no ordinary words', () => {
    const isKnown = (word: string): boolean => word === 'Glasbak'
    expect(dropUnknownNames('Gisteren zag Fatima de Glasbak', isKnown).replace(/\s+/g, ' ')).toBe(
      'Gisteren zag de Glasbak',
    )
  })
})
