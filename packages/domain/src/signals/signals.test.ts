import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, cleanText, countCharacters, hasNullCharacter, isLongerThan } from '../text-rules.ts'
import {
  formatAddress,
  formatAddressText,
  formatPostcode,
  isAddressComplete,
  normaliseAddress,
} from './address.ts'
import { isExtraProperties } from './extra-properties.ts'
import {
  decideAttachmentCopies,
  decideBulkCreation,
  decideChildCreation,
  decideDirecting,
  findCreationRefusal,
  MOST_CHILDREN,
} from './family.ts'
import { findSignalKind } from './kinds.ts'
import { displayNumber, displaySignal, isPriority, isTypeCode } from './labels.ts'
import {
  DEFAULT_BOUNDING_BOX,
  findDistrictOfArea,
  isDistrictCode,
  isInsideBoundingBox,
  parseBoundingBox,
} from './place.ts'
import { decidePublicSource, decideStaffSource, findFinalSource, type SourceSettings } from './source.ts'

const parent = { id: 1, isChild: false, childCount: 0 }

function errorsOf(decision: { ok: boolean; errors?: unknown }): unknown {
  return decision.ok ? 'accepted' : decision.errors
}

describe('families', () => {
  it('tells normal, parent and child apart', () => {
    expect(findSignalKind({ parentId: null, childCount: 0 })).toBe('normal')
    expect(findSignalKind({ parentId: null, childCount: 2 })).toBe('parent')
    expect(findSignalKind({ parentId: 3, childCount: 0 })).toBe('child')
  })

  it('never grow beyond ten children, one by one or together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }), (childCount, count) => {
        const family = { ...parent, childCount }
        const together = decideBulkCreation(Array.from({ length: count }, () => family))
        expect(together.ok).toBe(count <= MOST_CHILDREN && childCount + count <= MOST_CHILDREN)
        expect(decideChildCreation(family).ok).toBe(childCount < MOST_CHILDREN)
      }),
    )
  })

  it.each([
    ['eleven', Array.from({ length: 11 }, () => null), 'Only a maximum of 10 Signals can be created in bulk'],
    ['mixed', [null, parent], 'Only Signals OR Child Signals (of the same parent) can be created in bulk'],
    ['two parents', [parent, { ...parent, id: 2 }], "All Parent ID's must be the same Signal"],
    [
      'a grandchild',
      [{ ...parent, isChild: true }],
      'The given parent Signal is itself a child, therefore it cannot have children',
    ],
    [
      'a full parent',
      [{ ...parent, childCount: 10 }],
      'Maximum number of 10 child Signals reached for parent Signal',
    ],
  ])('refuse %s', (_, parents, message) => {
    expect(errorsOf(decideBulkCreation(parents))).toEqual({ non_field_errors: [message] })
  })

  it('may be ten that stand alone', () => {
    expect(decideBulkCreation(Array.from({ length: 10 }, () => null))).toEqual({ ok: true, value: null })
    expect(decideBulkCreation([]).ok).toBe(true)
  })

  it('refuse a single grandchild with a list', () => {
    expect(errorsOf(decideChildCreation({ ...parent, isChild: true }))).toEqual([
      'A child of a child is not allowed',
    ])
  })

  it('are directed at the parent only', () => {
    expect(decideDirecting('parent').ok).toBe(true)
    expect(errorsOf(decideDirecting('child'))).toEqual([
      'Directing departments can only be set on a parent Signal',
    ])
  })

  it('pass on attachments from parent to child only', () => {
    expect(decideAttachmentCopies([1], [1, 2]).ok).toBe(true)
    expect(decideAttachmentCopies([], null).ok).toBe(true)
    expect(errorsOf(decideAttachmentCopies([1], null))).toHaveProperty('attachments')
    expect(errorsOf(decideAttachmentCopies([3], [1, 2]))).toHaveProperty('attachments')
  })

  it('are not made with what comes later', () => {
    expect(findCreationRefusal(['text', 'location'])).toBeUndefined()
    expect(findCreationRefusal(['text', 'status', 'routing_departments'])?.errors).toEqual({
      status: ['Status cannot be set on initial creation'],
      routing_assignment: ['Signal departments relation cannot be set on initial creation'],
    })
  })
})

describe('sources', () => {
  const sources = [
    { name: 'online', isActive: true, isPublic: true },
    { name: 'App', isActive: true, isPublic: true },
    { name: 'Telefoon', isActive: true, isPublic: false },
    { name: 'Fax', isActive: false, isPublic: false },
  ]
  const unknown = { source: ['Invalid source given, value not known'] }
  const settings: SourceSettings = {
    internal: {
      emailEndings: ['@gemeente.example'],
      exceptions: ['webcare@gemeente.example'],
      source: 'Interne melding',
    },
    childSource: 'Deelmelding',
  }

  it('of the public are online and the public ones', () => {
    expect(decidePublicSource('app', sources)).toEqual({ ok: true, value: 'App' })
    expect(decidePublicSource('ONLINE', []).ok).toBe(true)
    expect(errorsOf(decidePublicSource('Telefoon', sources))).toEqual(unknown)
  })

  it('of staff are the active ones that are not public', () => {
    expect(decideStaffSource('telefoon', sources, false)).toEqual({ ok: true, value: 'Telefoon' })
    expect(errorsOf(decideStaffSource('Fax', sources, false))).toEqual(unknown)
    expect(errorsOf(decideStaffSource('online', sources, false))).toEqual({
      source: ['Invalid source given for authenticated user'],
    })
    expect(decideStaffSource('online', sources, true).ok).toBe(true)
  })

  it.each([
    ['iemand@gemeente.example', false, 'Interne melding'],
    ['webcare@gemeente.example', false, 'online'],
    ['iemand@elders.example', false, 'online'],
    [null, false, 'online'],
    ['iemand@gemeente.example', true, 'Deelmelding'],
  ])('of %s, child %s, end as %s', (reporterEmail, isChild, source) => {
    expect(findFinalSource('online', { reporterEmail, isChild }, settings)).toBe(source)
    expect(findFinalSource('online', { reporterEmail, isChild }, { internal: null, childSource: null })).toBe(
      'online',
    )
  })
})

describe('addresses', () => {
  const address = {
    openbare_ruimte: 'Dorpsstraat',
    huisnummer: 1,
    huisletter: 'a',
    huisnummer_toevoeging: '2',
    postcode: '1234AB',
    woonplaats: 'Voorbeeldstad',
  }

  it('are written in one line, without gaps for what is missing', () => {
    expect(formatAddressText(address)).toBe('Dorpsstraat 1a-2 1234AB Voorbeeldstad')
    expect(formatAddressText({ openbare_ruimte: 'Dorpsstraat', woonplaats: 'Voorbeeldstad' })).toBe(
      'Dorpsstraat Voorbeeldstad',
    )
    expect(formatAddressText(null)).toBe('')
  })

  it.each([
    ['O hl, P W', 'Dorpsstraat 1a, 1234 AB Voorbeeldstad'],
    ['O hlT, p W', 'Dorpsstraat 1a-2, 1234AB Voorbeeldstad'],
    ['\\O: O t', 'O: Dorpsstraat 2'],
  ])('are written as %s', (format, text) => {
    expect(formatAddress(address, format)).toBe(text)
  })

  it('never fail to be written, and never show undefined', () => {
    const part = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, undefined))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(address)), part),
        fc.string(),
        (odd, format) => {
          for (const text of [
            formatAddressText(odd),
            formatAddress(odd, 'O hlT, P W'),
            formatAddress(odd, format),
          ])
            expect(typeof text).toBe('string')
          const known = JSON.stringify(odd).includes('un') || JSON.stringify(odd).includes('null')
          if (!known) expect(formatAddressText(odd)).not.toMatch(/undefined|null/)
          expect(Object.keys(normaliseAddress(odd))).toHaveLength(6)
        },
      ),
    )
  })

  it('can be looked up with a street and a number', () => {
    expect(isAddressComplete(address)).toBe(true)
    expect(isAddressComplete({ openbare_ruimte: 'Dorpsstraat' })).toBe(false)
    expect(formatPostcode('1234 ab')).toBe('1234 ab')
    expect(formatPostcode('B-1000')).toBe('B-1000')
  })
})

describe('places', () => {
  it('on the edge are inside', () => {
    expect(isInsideBoundingBox([3.3, 50.7], DEFAULT_BOUNDING_BOX)).toBe(true)
    expect(isInsideBoundingBox([10, 10], DEFAULT_BOUNDING_BOX)).toBe(false)
    expect(isInsideBoundingBox([Number.NaN, 52], DEFAULT_BOUNDING_BOX)).toBe(false)
  })

  it('are bounded by four numbers', () => {
    expect(parseBoundingBox('3.3,50.7,7.3,53.6')).toEqual(DEFAULT_BOUNDING_BOX)
    for (const text of ['', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '1,,3,4', '5,1,4,2', '1,2,Infinity,4'])
      expect(parseBoundingBox(text)).toBeUndefined()
  })

  it('lie in districts', () => {
    expect(findDistrictOfArea('stadsdeel-zuid')).toBe('K')
    expect(findDistrictOfArea('toString')).toBeUndefined()
    expect(isDistrictCode('A')).toBe(true)
    expect(isDistrictCode('Z')).toBe(false)
  })
})

describe('display', () => {
  it('shows number and line', () => {
    expect(displayNumber(12)).toBe('SIG-12')
    const createdAt = '2026-11-24T03:23:17.451756+01:00'
    expect(displaySignal({ id: 7, state: 'm', neighbourhoodCode: null, createdAt })).toBe(
      '7 - m - None - 2026-11-24T03:23:17.451756+01:00',
    )
    expect(isPriority('urgent') || isTypeCode('XXX')).toBe(false)
  })
})

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

describe('texts', () => {
  it('are trimmed, limited in characters and free of NUL', () => {
    const rule = { limit: 3, mayBeBlank: false }
    expect(checkText('  abc ', rule)).toEqual({ ok: true, text: 'abc' })
    expect(checkText('👍👍👍', rule).ok).toBe(true)
    expect(checkText('abcd', rule)).toEqual({
      ok: false,
      messages: ['Zorg ervoor dat dit veld niet meer dan 3 karakters bevat.'],
    })
    expect(checkText('   ', rule)).toEqual({ ok: false, messages: ['Dit veld mag niet leeg zijn.'] })
    expect(checkText(' ', { ...rule, mayBeBlank: true })).toEqual({ ok: true, text: '' })
    expect(checkText('a\0', rule)).toEqual({ ok: false, messages: ['Null-tekens zijn niet toegestaan.'] })
  })

  it('come out storable, and checking again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\t', '\0', '\ud800', '👍', 'é', '\ufeff'),
          maxLength: 30,
        }),
        (input) => {
          const checked = checkText(input, { limit: 20, mayBeBlank: true })
          if (!checked.ok) return
          expect(checked.text.isWellFormed() && !checked.text.includes('\0')).toBe(true)
          expect(countCharacters(checked.text)).toBeLessThanOrEqual(20)
          expect(cleanText(checked.text)).toBe(checked.text)
          expect(isLongerThan(checked.text, 20)).toBe(false)
        },
      ),
    )
  })

  it('hide no NUL deep inside', () => {
    expect(hasNullCharacter([{ a: { b: ['x\0'] } }])).toBe(true)
    expect(hasNullCharacter({ 'a\0': 1 })).toBe(true)
    expect(hasNullCharacter([{ a: 1, b: null }])).toBe(false)
  })
})
