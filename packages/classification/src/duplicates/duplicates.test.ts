import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreDuplicate } from './score-duplicate.ts'
import { textLikeness } from './text-likeness.ts'

describe('textLikeness', () => {
  it('finds the same thing said otherwise more alike than another thing', () => {
    const report = 'De glasbak op het plein zit vol, flessen staan ernaast'
    const same = textLikeness(report, 'glasbak vol, overal flessen')
    expect(same).toBeGreaterThan(0.4)
    expect(same).toBeGreaterThan(textLikeness(report, 'Er zit een wespennest in de speeltuin') * 3)
  })

  it('forgives slips of the pen', () => {
    expect(textLikeness('lantaarnpaal kapot', 'lantarenpaal kapott')).toBeGreaterThan(0.25)
  })

  it('lies between nothing and one, is the same both ways and one for the same text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const likeness = textLikeness(one, other)
        return likeness >= 0 && likeness <= 1 && Math.abs(likeness - textLikeness(other, one)) < 1e-9
      }),
    )
    expect(textLikeness('scheve boom', 'scheve boom')).toBeCloseTo(1)
    expect(textLikeness('', 'boom')).toBe(0)
  })
})

describe('scoreDuplicate', () => {
  const near = { distanceMetres: 8, hoursApart: 3, sameCategory: true, likeness: 0.6 }

  it('calls a near, recent report of the same category likely, and says why', () => {
    const scored = scoreDuplicate(near)
    expect(scored.isLikely).toBe(true)
    expect(scored.reason.nl).toBe(
      '8 meter verderop, 3 uur ervoor of erna, dezelfde categorie, bijna dezelfde woorden',
    )
    expect(scored.reason.en).toContain('8 metres away')
  })

  it('does not call a report far away or of another kind likely', () => {
    expect(scoreDuplicate({ ...near, distanceMetres: 400 })).toMatchObject({ score: 0, isLikely: false })
    expect(scoreDuplicate({ ...near, sameCategory: false, likeness: 0 }).isLikely).toBe(false)
  })

  it('never calls two things of different categories at one spot the same when no word is shared', () => {
    const spot = { distanceMetres: 0, hoursApart: 0, sameCategory: false }
    expect(scoreDuplicate({ ...spot, likeness: 0 }).isLikely).toBe(false)
    expect(scoreDuplicate({ ...spot, likeness: 0.7 }).isLikely).toBe(true)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (distanceMetres, hoursApart, likeness) =>
          !scoreDuplicate({ distanceMetres, hoursApart, likeness, sameCategory: false }).isLikely,
      ),
    )
  })

  it('does not mind which of the two came first', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), fc.boolean(), (hoursApart, sameCategory) => {
        const signs = { distanceMetres: 10, likeness: 0.5, sameCategory }
        const later = scoreDuplicate({ ...signs, hoursApart: -hoursApart })
        return scoreDuplicate({ ...signs, hoursApart }).score === later.score
      }),
    )
  })

  it('grows with every sign', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 240, noNaN: true }),
        fc.double({ min: 0, max: 2000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (distanceMetres, hoursApart, likeness) => {
          const signs = { distanceMetres, hoursApart, likeness, sameCategory: false }
          const { score } = scoreDuplicate(signs)
          return (
            score >= 0 &&
            score <= 1 &&
            scoreDuplicate({ ...signs, distanceMetres: distanceMetres / 2 }).score >= score &&
            scoreDuplicate({ ...signs, hoursApart: hoursApart / 2 }).score >= score &&
            scoreDuplicate({ ...signs, likeness: Math.min(1, likeness + 0.1) }).score >= score &&
            scoreDuplicate({ ...signs, sameCategory: true }).score >= score
          )
        },
      ),
    )
  })
})
