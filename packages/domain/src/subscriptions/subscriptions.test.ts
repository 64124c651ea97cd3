import { describe, expect, it } from 'vitest'
import { RESIDENT_LANGUAGES } from '../categories/translations.ts'
import { STATUS_CODES } from '../status/states.ts'
import { describeNews, isNews } from './news.ts'
import { confirmBefore, isDigestDue, judgeConfirmLink, mayAskAgain } from './subscription.ts'
import { SUBSCRIPTION_WORDS } from './words.ts'

const at = (text: string) => new Date(`2026-11-${text}:00Z`)

describe('the news of a report that is followed', () => {
  it('has plain words for every status, and says nothing about who works on it', () => {
    for (const state of STATUS_CODES) expect(describeNews(state)).toMatch(/^(De|Het) .+\.$/)
  })

  it('is told in every language of residents, each thing in its own words', () => {
    for (const language of RESIDENT_LANGUAGES) {
      const { news, report, map, listed } = SUBSCRIPTION_WORDS[language]
      expect(new Set(Object.values(news)).size).toBe(7)
      expect(new Set(STATUS_CODES.map((state) => describeNews(state, language))).size).toBe(7)
      for (const text of [report('Lamp', 'West'), map('Lamp', 'West'), listed('Lamp', 'West')]) {
        expect(text).toMatch(/Lamp.*West|West.*Lamp/)
      }
      expect(report(undefined, 'West') + map(undefined, 'West')).not.toMatch(/undefined|\(\)/)
    }
  })

  it.each([
    [null, 'm', false],
    ['m', 'i', false],
    ['m', 'b', true],
    ['b', 'forward to external', false],
    ['b', 'o', true],
    ['o', 'reopened', true],
    ['done external', 'o', true],
  ] as const)('from %s to %s: %s', (previous, next, expected) => {
    expect(isNews(previous, next)).toBe(expected)
  })
})

describe('a subscription', () => {
  const asked = at('24T10:00')
  const pending = { confirmedAt: null, confirmExpiresAt: confirmBefore(asked) }

  it('is confirmed within three days, and then any number of times', () => {
    expect(judgeConfirmLink(pending, at('27T09:59'))).toBe('good')
    expect(judgeConfirmLink(pending, at('27T10:00'))).toBe('late')
    expect(judgeConfirmLink({ ...pending, confirmedAt: asked }, at('30T10:00'))).toBe('good')
  })

  it('asks for confirmation again after ten minutes only', () => {
    expect(mayAskAgain(pending, at('24T10:09'))).toBe(false)
    expect(mayAskAgain(pending, at('24T10:10'))).toBe(true)
  })

  it.each([
    ['at once', '24T10:05', true],
    ['weekly', '30T10:00', false],
  ] as const)('with news %s is told at %s: %s', (pace, now, expected) => {
    expect(isDigestDue(pace, asked, at(now))).toBe(expected)
  })

  it('is told weekly by a job that is a little early as well', () => {
    expect(isDigestDue('weekly', asked, new Date('2026-12-01T09:45:00Z'))).toBe(true)
  })
})
