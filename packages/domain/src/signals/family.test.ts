import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideAttachmentCopies,
  decideBulkCreation,
  decideChildCreation,
  decideDirecting,
  findCreationRefusal,
  MOST_CHILDREN,
} from './family.ts'
import { findSignalKind } from './kinds.ts'

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

  it('stay as small as the municipality wants', () => {
    const family = { ...parent, childCount: 2 }
    expect(decideChildCreation(family, 2).ok).toBe(false)
    expect(decideChildCreation(family, 3).ok).toBe(true)
    expect(errorsOf(decideBulkCreation([family], 2))).toEqual({
      non_field_errors: ['Maximum number of 2 child Signals reached for parent Signal'],
    })
    expect(decideBulkCreation([family, family], 3).ok).toBe(false)
    expect(decideBulkCreation([family, family], 4).ok).toBe(true)
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
