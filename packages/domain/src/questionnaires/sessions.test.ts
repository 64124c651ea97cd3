import { describe, expect, it } from 'vitest'
import {
  findSessionClosed,
  findSessionRefusal,
  findStatusAfterForward,
  findStatusAfterReaction,
  findStatusAfterSilence,
  mustCloseForward,
  type QuestionnaireSession,
} from './sessions.ts'

describe('sessions', () => {
  const now = new Date('2026-03-20T12:00:00Z')
  const session: QuestionnaireSession = {
    uuid: 'one',
    flow: 'REACTION_REQUEST',
    startedAt: null,
    submitBefore: new Date('2026-03-21T12:00:00Z'),
    durationSeconds: 7200,
    isFrozen: false,
    isInvalidated: false,
  }
  const signal = { state: 'reaction requested', newestSessionUuid: 'one' } as const

  it.each([
    ['open', {}, signal, undefined],
    ['used', { isFrozen: true }, signal, 'Already used!'],
    ['invalidated', { isInvalidated: true }, signal, 'Expired!'],
    ['past its day', { submitBefore: new Date('2026-03-20T11:59:59Z') }, signal, 'Expired!'],
    ['begun too long ago', { startedAt: new Date('2026-03-20T09:59:59Z') }, signal, 'Expired!'],
    [
      'without limit once begun',
      { startedAt: new Date('2026-03-20T09:00:00Z'), durationSeconds: null },
      signal,
      undefined,
    ],
    ['overtaken by a status', {}, { ...signal, state: 'b' } as const, /not in state REACTIE_GEVRAAGD/],
    ['overtaken by a question', {}, { ...signal, newestSessionUuid: 'two' }, /a newer reaction request/],
    ['without its signal', {}, null, /not in state/],
    ['of another flow', { flow: 'FORWARD_TO_EXTERNAL' } as const, null, undefined],
  ])('%s', (_, more, about, reason) => {
    const closed = findSessionClosed({ ...session, ...more }, about, now)
    if (reason instanceof RegExp) expect(closed).toMatch(reason)
    else expect(closed).toBe(reason)
  })

  it('bring their answers into a new report once', () => {
    const loose = { ...session, hasSignal: false, isFrozen: true }
    expect(findSessionRefusal(loose, now)).toBeUndefined()
    expect(findSessionRefusal(undefined, now)).toBe('Session matching query does not exist.')
    expect(findSessionRefusal({ ...loose, hasSignal: true }, now)).toBe('Session already used')
    expect(findSessionRefusal({ ...loose, isFrozen: false }, now)).toBe('Session not frozen')
    const late = { ...loose, isFrozen: false, submitBefore: new Date('2026-01-01') }
    expect(findSessionRefusal(late, now)).toBe('Session expired')
  })

  it('lead to a status', () => {
    expect(findStatusAfterReaction('De groene')).toEqual({ state: 'reaction received', text: 'De groene' })
    expect(findStatusAfterForward(true)).toEqual({ state: 'closure requested', text: null })
    expect(findStatusAfterForward(false)).toBeUndefined()
    const asked = { state: 'reaction requested', createdAt: new Date('2026-03-15T11:59:59Z') } as const
    expect(findStatusAfterSilence(asked, now)?.text).toBe('Geen reactie ontvangen.')
    expect(findStatusAfterSilence({ ...asked, createdAt: now }, now)).toBeUndefined()
    expect(findStatusAfterSilence({ ...asked, state: 'b' }, now)).toBeUndefined()
  })

  it('with an external party close when their time is over', () => {
    const forward: QuestionnaireSession = {
      ...session,
      flow: 'FORWARD_TO_EXTERNAL',
      submitBefore: new Date('2026-03-19'),
    }
    expect(mustCloseForward(forward, 'forward to external', now)).toBe(true)
    expect(mustCloseForward(forward, 'b', now)).toBe(false)
    expect(mustCloseForward({ ...forward, isFrozen: true }, 'forward to external', now)).toBe(false)
    expect(mustCloseForward(session, 'forward to external', now)).toBe(false)
  })
})
