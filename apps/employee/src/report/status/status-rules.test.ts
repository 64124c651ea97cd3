import { STATUS_CODES, STATUS_TRANSITIONS } from '@signalen/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findMailRule,
  findStatusFault,
  listChoosableStatuses,
  type StatusSubject,
  willMail,
} from './status-rules.ts'

const subject: StatusSubject = {
  state: 'b',
  idDisplay: 'SIG-1',
  reporterEmail: 'melder@voorbeeld.example',
  allowsContact: true,
  isChild: false,
}

test('offers only what the workflow allows, and nothing that the system does itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATUS_CODES), (current) => {
      const offered = listChoosableStatuses(current)
      expect(STATUS_TRANSITIONS[current]).toEqual(expect.arrayContaining(offered))
      expect(offered).not.toContain('sent')
      expect(offered).not.toContain('reopen requested')
      expect(offered).not.toContain('forward to external')
    }),
  )
})

describe('the mail that follows', () => {
  test('always with handling, at choice while it is being handled', () => {
    expect(findMailRule(subject, 'o')).toEqual({ kind: 'always' })
    expect(findMailRule(subject, 'reaction requested')).toEqual({ kind: 'always' })
    expect(findMailRule(subject, 'b')).toEqual({ kind: 'optional' })
    expect(findMailRule(subject, 'ingepland')).toEqual({ kind: 'optional' })
  })

  test('never for who left no address, wants none, or has a part only', () => {
    expect(findMailRule({ ...subject, reporterEmail: '' }, 'o')).toEqual({ kind: 'never', reason: 'email' })
    expect(findMailRule({ ...subject, allowsContact: false }, 'o')).toEqual({
      kind: 'never',
      reason: 'contact',
    })
    expect(findMailRule({ ...subject, isChild: true }, 'o')).toEqual({ kind: 'never', reason: 'part' })
    expect(findMailRule(subject, 'reopen requested')).toEqual({ kind: 'never', reason: 'status' })
  })
})

describe('what stands in the way', () => {
  const always = { kind: 'always' } as const
  const optional = { kind: 'optional' } as const

  test.each([
    [{ state: '', text: 'x', sendsMail: false }, undefined, 'choice'],
    [{ state: 'o', text: ' ', sendsMail: false }, always, 'text'],
    [{ state: 'b', text: '', sendsMail: false }, optional, undefined],
    [{ state: 'b', text: '', sendsMail: true }, optional, 'text'],
    [{ state: 'b', text: 'Beste {{ naam }}', sendsMail: false }, optional, 'reserved'],
    [{ state: 'reaction requested', text: 'a'.repeat(1001), sendsMail: false }, always, 'length'],
    [
      { state: 'reaction requested', text: 'Waar?', sendsMail: false },
      { kind: 'never', reason: 'email' } as const,
      'email',
    ],
    [{ state: 'o', text: 'Klaar.', sendsMail: false }, always, undefined],
  ])('%j', (input, rule, expected) => {
    expect(findStatusFault(input, rule)).toBe(expected)
  })
})

test('a mail at choice goes only when it is chosen', () => {
  expect(willMail({ state: 'b', text: '', sendsMail: false }, { kind: 'optional' })).toBe(false)
  expect(willMail({ state: 'b', text: '', sendsMail: true }, { kind: 'optional' })).toBe(true)
  expect(willMail({ state: 'o', text: '', sendsMail: false }, { kind: 'always' })).toBe(true)
  expect(willMail({ state: 'o', text: '', sendsMail: true }, { kind: 'never', reason: 'email' })).toBe(false)
})
