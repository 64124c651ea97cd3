import { expect, it } from 'vitest'
import { judgeService, mergeNotices, type ServiceNotice } from './judge-service.ts'

const now = new Date('2026-11-24T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const notice = (change: Partial<ServiceNotice> = {}): ServiceNotice => ({
  name: 'mail',
  isResting: false,
  failuresInARow: 0,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFault: null,
  ...change,
})

it.each([
  ['not known', {}],
  ['works', { lastSuccessAt: ago(600) }],
  ['shaky', { failuresInARow: 1, lastFailureAt: ago(1) }],
  ['down', { failuresInARow: 3, lastFailureAt: ago(1), lastSuccessAt: ago(2) }],
  ['down', { isResting: true }],
  ['not known', { failuresInARow: 9, lastFailureAt: ago(16) }],
] as const)('is %s', (state, change) => {
  expect(judgeService(notice(change), now)).toBe(state)
})

it('is judged by what all processes noticed together', () => {
  const failing = notice({ failuresInARow: 4, lastFailureAt: ago(5), lastFault: 'ECONNREFUSED' })
  expect(mergeNotices([failing, notice({ lastSuccessAt: ago(9) })])).toEqual([
    { ...failing, lastSuccessAt: ago(9) },
  ])
  const [recovered] = mergeNotices([failing, notice({ lastSuccessAt: ago(1) })])
  expect(recovered).toMatchObject({ failuresInARow: 0, lastFault: 'ECONNREFUSED' })
  expect(mergeNotices([failing, notice({ name: 'files' })]).map(({ name }) => name)).toEqual([
    'files',
    'mail',
  ])
})
