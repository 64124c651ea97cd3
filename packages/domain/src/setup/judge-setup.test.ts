import { expect, it } from 'vitest'
import { isTestPassed, judgeSetup, judgeTestReport, type SetupFacts } from './judge-setup.ts'

const NOTHING: SetupFacts = {
  hasOwnName: false,
  hasContact: false,
  hasOwnSender: false,
  hasOwnMap: false,
  areas: 0,
  departments: 0,
  categories: 0,
  irresponsible: 0,
  sources: 0,
  people: 1,
  hasOwnTheme: false,
  isTested: false,
}
const undone = (facts: Partial<SetupFacts>) =>
  judgeSetup({ ...NOTHING, ...facts })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name)

it('has everything to do at first', () => {
  expect(undone({})).toHaveLength(12)
  expect(
    judgeSetup(NOTHING)
      .filter(({ isOptional }) => isOptional)
      .map(({ name }) => name),
  ).toEqual(['areas', 'theme'])
})

it('ends when all is there', () => {
  const all = { hasOwnName: true, hasContact: true, hasOwnSender: true, hasOwnMap: true, hasOwnTheme: true }
  const counts = { areas: 1, departments: 1, categories: 3, sources: 1, people: 2, isTested: true }
  expect(undone({ ...all, ...counts })).toEqual([])
  expect(undone({ ...all, ...counts, irresponsible: 2 })).toEqual(['responsible'])
  expect(judgeSetup({ ...NOTHING, irresponsible: 2 })[7]).toMatchObject({ name: 'responsible', count: 2 })
})

it('follows a test report through mail and handling', () => {
  const made = { createdMail: 'queued', handledMail: undefined, departments: 1, isHandled: false } as const
  expect(judgeTestReport(made)).toEqual({
    made: 'done',
    routed: 'done',
    mailed: 'waiting',
    handled: 'waiting',
    told: 'waiting',
  })
  expect(judgeTestReport({ ...made, departments: 0, createdMail: 'failed' })).toMatchObject({
    routed: 'failed',
    mailed: 'failed',
  })
  const passed = judgeTestReport({ ...made, createdMail: 'sent', handledMail: 'sent', isHandled: true })
  expect(isTestPassed(passed)).toBe(true)
  expect(isTestPassed(judgeTestReport(made))).toBe(false)
})
