import { describe, expect, it } from 'vitest'
import { findEventTypes, HISTORY_EVENT_TYPES, HISTORY_WHATS } from './events.ts'
import { examples } from './examples.ts'
import { presentHistoryEvent } from './present-event.ts'

describe('the history that employees read', () => {
  it.each(examples)('%j', (event, action, description) => {
    expect(presentHistoryEvent(event)).toEqual({ what: HISTORY_WHATS[event.type], action, description })
  })

  it('has an example of every type', () => {
    expect(new Set(examples.map(([event]) => event.type))).toEqual(new Set(HISTORY_EVENT_TYPES))
  })

  it('is filtered by the names that it shows', () => {
    for (const type of HISTORY_EVENT_TYPES) expect(findEventTypes(HISTORY_WHATS[type])).toContain(type)
    expect(findEventTypes('update_status')).toEqual(['status'])
    expect(findEventTypes('RECEIVE_FEEDBACK')).toEqual(['feedback'])
    expect(findEventTypes('UPDATE_ROUTING_ASSIGNMENT')).toEqual(['directing', 'routing'])
    expect(findEventTypes('UPDATE_NOTHING')).toEqual([])
  })
})
