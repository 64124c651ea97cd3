import type { StatusCode } from './states.ts'

/** From → to. A state may follow itself only where it is listed, for instance to give a new text. */
export const STATUS_TRANSITIONS: Readonly<Record<StatusCode, readonly StatusCode[]>> = {
  m: ['m', 'i', 'b', 'ready to send', 'o', 'a', 'ingepland', 'reaction requested', 'forward to external'],
  i: [
    'm',
    'i',
    'ingepland',
    'closure requested',
    'o',
    'ready to send',
    'b',
    'a',
    'reaction requested',
    'forward to external',
  ],
  b: [
    'm',
    'ingepland',
    'b',
    'o',
    'a',
    'ready to send',
    'closure requested',
    'reaction requested',
    'forward to external',
  ],
  ingepland: [
    'm',
    'ingepland',
    'b',
    'o',
    'a',
    'closure requested',
    'reaction requested',
    'forward to external',
  ],
  h: ['ingepland', 'a'],
  'ready to send': ['sent', 'send failed', 'a'],
  sent: ['done external', 'a'],
  'send failed': ['m', 'ready to send', 'a'],
  'done external': ['o', 'a', 'b'],
  o: ['reopened', 'reopen requested'],
  a: ['a', 'reopened', 'b'],
  reopened: ['reopened', 'b', 'o', 'a', 'ready to send', 'm', 'reaction requested', 'forward to external'],
  s: [],
  'closure requested': ['m', 'closure requested', 'i', 'o', 'a', 'b', 'forward to external'],
  'reopen requested': ['o', 'reopened', 'a'],
  'reaction requested': [
    'm',
    'i',
    'b',
    'ingepland',
    'o',
    'a',
    'reaction requested',
    'reaction received',
    'ready to send',
    'forward to external',
  ],
  'reaction received': [
    'm',
    'i',
    'b',
    'o',
    'a',
    'ingepland',
    'reaction requested',
    'ready to send',
    'forward to external',
  ],
  'forward to external': [
    'closure requested',
    'm',
    'i',
    'b',
    'forward to external',
    'ingepland',
    'o',
    'a',
    'reaction requested',
    'reaction received',
    'ready to send',
  ],
}

/** `null` is the signal that has no status yet: it can only begin. */
export function listNextStatuses(current: StatusCode | null): readonly StatusCode[] {
  return current === null ? ['m'] : STATUS_TRANSITIONS[current]
}

export function canChangeStatus(current: StatusCode | null, next: StatusCode): boolean {
  return listNextStatuses(current).includes(next)
}
