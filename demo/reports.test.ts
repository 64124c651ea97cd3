import { existsSync, readdirSync, statSync } from 'node:fs'
import type { StatusCode } from '@signalen/domain'
import { findFormFaults, findVisibleForm, listBlockingQuestions, STATUS_TRANSITIONS } from '@signalen/domain'
import { describe, expect, test } from 'vitest'
import municipality from './municipality.json' with { type: 'json' }
import { loadQuestions } from './reports/answers.ts'
import { loadTown } from './reports/random-place.ts'
import { makeDemoReports, THEMES } from './reports.ts'
import type { DemoChange, DemoReport, DemoStep } from './types.ts'

const NOW = new Date('2026-11-24T10:00:00Z')
const HOUR = 3_600_000
const reports = makeDemoReports({ seed: 1, now: NOW })
const photos = new URL('photos/', import.meta.url)
const places = municipality.categories.flatMap(({ slug: main, children }) =>
  children.map((child) => ({ main, ...child })),
)

function describeStep({ key }: { key: string }, { change }: DemoStep): string {
  return `${key}: ${JSON.stringify(change)}`
}

/** What a step makes of the state; what reporters and outside parties do leads on by itself. */
function nextState(state: StatusCode, change: DemoChange): StatusCode {
  switch (change.kind) {
    case 'status':
      return change.state
    case 'reaction':
      return 'reaction received'
    case 'external reaction':
      return 'closure requested'
    case 'feedback':
      return isReopening(change) ? 'reopen requested' : state
    default:
      return state
  }
}

function isReopening({ isSatisfied, textList }: Extract<DemoChange, { kind: 'feedback' }>): boolean {
  return (
    !isSatisfied &&
    municipality.standardAnswers.some(
      ({ text, reopensWhenUnhappy }) => reopensWhenUnhappy && textList.includes(text),
    )
  )
}

function walk(
  report: { key: string; steps: DemoStep[] },
  visit: (state: StatusCode, step: DemoStep) => void,
): StatusCode {
  return report.steps.reduce<StatusCode>((state, step) => {
    visit(state, step)
    return nextState(state, step.change)
  }, 'm')
}

function findUser(email: string | null) {
  return municipality.users.find((user) => user.email === email)
}

function sees(email: string | null, main: string, sub: string): boolean {
  const user = findUser(email)
  const category = places.find((place) => place.main === main && place.slug === sub)
  return (
    category?.departments.some(({ code, canView }) => canView && user?.departments.includes(code)) ?? false
  )
}

test('there are some two hundred, each in its own words', () => {
  expect(reports.length).toBeGreaterThanOrEqual(200)
  expect(new Set(reports.map(({ text }) => text)).size).toBeGreaterThanOrEqual(180)
  expect(new Set(reports.map(({ key }) => key)).size).toBe(reports.length)
  expect(reports.filter(({ text }) => /[{}]/.test(text) || text.length > 3000)).toEqual([])
})

test('they are the same for the same seed, and others for another', () => {
  expect(makeDemoReports({ seed: 1, now: NOW })).toEqual(reports)
  expect(makeDemoReports({ seed: 2, now: NOW })).not.toEqual(reports)
})

test('they are spread over the last sixty days, oldest first', () => {
  const days = reports.map(({ createdAt }) => (NOW.getTime() - createdAt.getTime()) / HOUR / 24)
  expect(days).toEqual(days.toSorted((a, b) => b - a))
  expect(Math.min(...days)).toBeGreaterThan(0)
  expect(Math.min(...days)).toBeLessThan(1)
  expect(Math.max(...days)).toBeGreaterThan(50)
  expect(Math.max(...days)).toBeLessThan(62)
})

describe('each report', () => {
  test('stands in a category that exists and is in use', () => {
    const unknown = reports.filter(
      ({ main, sub }) => !places.some((place) => place.main === main && place.slug === sub && place.isActive),
    )
    expect(unknown).toEqual([])
  })

  test('is at a built-in address or a spot inside the municipality', () => {
    const known = new Set(loadTown().addresses.map(({ address }) => JSON.stringify(address)))
    const [west = 0, south = 0, east = 0, north = 0] = municipality.municipality.boundingBox
    for (const { key, place } of reports) {
      expect(
        place.longitude > west && place.longitude < east && place.latitude > south && place.latitude < north,
        key,
      ).toBe(true)
      if (place.address !== null) expect(known.has(JSON.stringify(place.address)), key).toBe(true)
    }
  })

  test('comes in through a source that exists, from someone who may use it', () => {
    for (const { key, source, createdBy } of reports) {
      const known = municipality.sources.find(({ name }) => name === source)
      expect(known?.isActive, key).toBe(true)
      expect(known?.isPublic, key).toBe(createdBy === null)
      if (createdBy !== null) expect(findUser(createdBy)?.isActive, key).toBe(true)
    }
  })

  test('has an invented reporter', () => {
    const emails = reports.flatMap(({ reporter }) => reporter.email ?? [])
    expect(emails.filter((email) => !email.endsWith('@inwoner.example'))).toEqual([])
    const phones = reports.flatMap(({ reporter }) => reporter.phone ?? [])
    expect(phones.filter((phone) => !/^0150000\d{3}$/.test(phone))).toEqual([])
    expect(
      reports.filter(({ reporter }) => reporter.email === null && reporter.phone === null).length,
    ).toBeGreaterThan(20)
  })

  test('happened before it was reported', () => {
    expect(reports.filter(({ incidentStart, createdAt }) => incidentStart > createdAt)).toEqual([])
  })
})

test('photos are there, and small', () => {
  const named = reports.flatMap(({ photos: own, steps }) => [
    ...own,
    ...steps.flatMap(({ change }) => (change.kind === 'photo' ? [change.file] : [])),
  ])
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((file) => !existsSync(new URL(file, photos)))).toEqual([])
  const total = readdirSync(photos).reduce((sum, file) => sum + statSync(new URL(file, photos)).size, 0)
  expect(total).toBeLessThan(600_000)
})

describe('forms', () => {
  const questions = loadQuestions()

  test.each(THEMES.flatMap((theme) => theme.voices.map((voice) => ({ ...voice, main: theme.main }))))(
    '$main/$sub: $text',
    ({ main, sub, answers = {} }) => {
      const asked = questions(main, sub)
      const moments = asked.filter(({ kind }) => kind === 'moment').map(({ key }) => [key, NOW.toISOString()])
      const visible = findVisibleForm({
        questions: asked,
        answers: { ...Object.fromEntries(moments), ...answers },
        facts: {},
        isStaff: false,
      })
      expect([...findFormFaults(visible, NOW)]).toEqual([])
      expect(listBlockingQuestions(visible)).toEqual([])
      const unused = Object.keys(answers).filter((key) => !Object.hasOwn(visible.answers, key))
      expect(unused).toEqual([])
    },
  )
})

/** Weekdays, weekends, the turn of the year and the two changes of the clock. */
const MOMENTS = [
  '2026-11-24T10:00:00Z',
  '2026-11-28T23:30:00Z',
  '2026-11-29T05:00:00Z',
  '2027-01-01T00:00:00Z',
  '2026-10-25T01:30:00Z',
  '2027-03-28T01:30:00Z',
  '2028-02-29T12:00:00Z',
]

describe.each(MOMENTS)('the steps, seen from %s', (moment) => {
  const now = new Date(moment)
  const seen = makeDemoReports({ seed: 7, now })

  test('come one after the other, and all before now', () => {
    for (const report of seen) {
      const longest = (now.getTime() - report.createdAt.getTime()) / HOUR
      expect(report.createdAt < now, report.key).toBe(true)
      const hours = report.steps.map(({ afterHours }) => afterHours)
      expect(hours, report.key).toEqual(hours.toSorted((a, b) => a - b))
      expect(
        hours.filter((hour) => hour < 0 || hour > longest),
        report.key,
      ).toEqual([])
    }
  })

  test('are allowed one after the other, with the texts that they need', () => {
    for (const report of seen) {
      walk(report, (state, step) => {
        const { change } = step
        if (change.kind === 'status') {
          expect(STATUS_TRANSITIONS[state], describeStep(report, step)).toContain(change.state)
          if (['o', 'reopened', 'reaction requested', 'forward to external'].includes(change.state))
            expect(change.text, describeStep(report, step)).not.toBe('')
          if (change.state === 'reaction requested')
            expect(report.reporter.email, describeStep(report, step)).not.toBeNull()
          if (change.state === 'forward to external')
            expect([change.sendEmail, change.emailOverride?.endsWith('.example')]).toEqual([true, true])
        }
        if (change.kind === 'reaction') expect(state, describeStep(report, step)).toBe('reaction requested')
        if (change.kind === 'external reaction')
          expect(state, describeStep(report, step)).toBe('forward to external')
        if (change.kind === 'feedback')
          expect([state, typeof report.reporter.email], describeStep(report, step)).toEqual(['o', 'string'])
      })
    }
  })

  test('are answered before the link in the mail has run out', () => {
    for (const report of seen) {
      let sentAt = 0
      for (const { afterHours, change } of report.steps) {
        if (change.kind === 'status') sentAt = afterHours
        if (change.kind === 'feedback' || change.kind === 'external reaction')
          expect(afterHours - sentAt, report.key).toBeLessThan(14 * 24)
        if (change.kind === 'reaction') expect(afterHours - sentAt, report.key).toBeLessThan(5 * 24)
      }
    }
  })

  test('are done by people who are there and may see the report', () => {
    for (const report of seen) {
      let { main, sub } = report
      for (const step of report.steps) {
        const isOutside = ['feedback', 'reaction', 'external reaction'].includes(step.change.kind)
        expect(step.by === null, describeStep(report, step)).toBe(isOutside)
        if (step.by === null) continue
        expect(findUser(step.by)?.isActive, describeStep(report, step)).toBe(true)
        expect(sees(step.by, main, sub), describeStep(report, step)).toBe(true)
        if (step.change.kind === 'category') ({ main, sub } = step.change)
        if (step.change.kind === 'assign' && step.change.userEmail !== null)
          expect(findUser(step.change.userEmail)?.isActive).toBe(true)
        if (step.change.kind === 'split') checkChildren(report, step.change.children)
      }
    }
  })

  test('leave reports in every state that people bring about', () => {
    const states = new Set(seen.map((report) => walk(report, () => {})))
    const wanted: StatusCode[] = [
      'm',
      'i',
      'b',
      'ingepland',
      'o',
      'a',
      'reopened',
      'reopen requested',
      'reaction requested',
      'reaction received',
      'forward to external',
      'closure requested',
    ]
    expect([...states]).toEqual(expect.arrayContaining(wanted))
  })

  test('use every kind of change', () => {
    const kinds = new Set(seen.flatMap(({ steps }) => steps.map(({ change }) => change.kind)))
    expect([...kinds].toSorted()).toEqual([
      'assign',
      'category',
      'external reaction',
      'feedback',
      'note',
      'photo',
      'priority',
      'reaction',
      'split',
      'status',
    ])
  })
})

function checkChildren(
  report: DemoReport,
  children: { main: string; sub: string; steps: DemoStep[] }[],
): void {
  for (const child of children) {
    const end = walk({ key: report.key, steps: child.steps }, (state, step) => {
      if (step.change.kind === 'status')
        expect(STATUS_TRANSITIONS[state], describeStep(report, step)).toContain(step.change.state)
      expect(sees(step.by, child.main, child.sub), describeStep(report, step)).toBe(true)
    })
    expect(end).toBeDefined()
  }
}
