import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import {
  type AttachmentSubject,
  explainMissingForDeletion,
  judge,
  judgeAny,
  judgePermissions,
  may,
  type SignalSubject,
} from './may.ts'
import { OPERATION_NAMES, OPERATIONS, type OperationRule } from './operations.ts'
import { PERMISSION_CODES } from './permissions.ts'

const anyPermissions = fc
  .uniqueArray(fc.constantFrom(...PERMISSION_CODES))
  .map((codes) => new Set<string>(codes))

const anyDepartments = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 })

const anyActor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constant(1),
  email: fc.constantFrom('a@gemeente.example', 'b@gemeente.example'),
  isSuperuser: fc.boolean(),
  isActive: fc.boolean(),
  permissions: anyPermissions,
  departmentIds: anyDepartments,
})

const anySubject: fc.Arbitrary<AttachmentSubject> = fc.record({
  kind: fc.constantFrom('normal', 'parent', 'child'),
  categoryDepartmentIds: anyDepartments,
  routingDepartmentIds: anyDepartments,
  attachmentCreatedBy: fc.constantFrom(null, 'a@gemeente.example', 'b@gemeente.example'),
})

function employee(...permissions: string[]): Actor {
  return {
    userId: 1,
    email: 'a@gemeente.example',
    isSuperuser: false,
    isActive: true,
    permissions: new Set(permissions),
    departmentIds: [1],
  }
}

const ownSignal: SignalSubject = { kind: 'normal', categoryDepartmentIds: [1], routingDepartmentIds: [] }

describe('may', () => {
  it.each(OPERATION_NAMES)('%s: needs exactly what the table says', (operation) => {
    const rule: OperationRule = OPERATIONS[operation]
    const subject = { ...ownSignal, attachmentCreatedBy: 'a@gemeente.example' }
    const needs = [
      ...rule.needs,
      ...(rule.needsWhen ?? []).filter(({ when }) => when === 'normal signal').map((need) => need.permission),
    ]
    expect(judgeAny(employee(...needs), operation, subject).allowed).toBe(true)
    for (const without of needs) {
      const verdict = judgeAny(employee(...needs.filter((code) => code !== without)), operation, subject)
      expect(verdict).toEqual({ allowed: false, reason: 'forbidden', missing: without })
    }
    if (rule.audience === 'employee') {
      expect(judgeAny(null, operation, subject)).toEqual({ allowed: false, reason: 'unauthenticated' })
      const inactive = { ...employee(...needs), isSuperuser: true, isActive: false }
      expect(judgeAny(inactive, operation, subject).allowed).toBe(false)
    } else {
      expect(judgeAny(null, operation, undefined).allowed).toBe(true)
    }
    if (rule.reach === 'signal') {
      const elsewhere = judgeAny(employee(...needs), operation, { ...subject, categoryDepartmentIds: [2] })
      expect(elsewhere).toMatchObject({ allowed: false, reason: rule.hides ? 'hidden' : 'forbidden' })
      expect(judgeAny(employee(...needs), operation, undefined).allowed).toBe(false)
    }
  })

  it('is generous to an active superuser only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OPERATION_NAMES), anyActor, anySubject, (operation, actor, subject) => {
        if (actor.isSuperuser && actor.isActive)
          expect(judgeAny(actor, operation, subject).allowed).toBe(true)
      }),
    )
  })

  it('never takes something away with a permission or department more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATION_NAMES),
        anyActor,
        anySubject,
        fc.constantFrom(...PERMISSION_CODES),
        fc.integer({ min: 1, max: 5 }),
        (operation, actor, subject, extra, department) => {
          const more: Actor = {
            ...actor,
            permissions: new Set([...actor.permissions, extra]),
            departmentIds: [...actor.departmentIds, department],
          }
          if (judgeAny(actor, operation, subject).allowed)
            expect(judgeAny(more, operation, subject).allowed).toBe(true)
        },
      ),
    )
  })

  it('never allows after the signal what was refused before it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OPERATION_NAMES), anyActor, anySubject, (operation, actor, subject) => {
        if (!judgePermissions(actor, operation).allowed)
          expect(judgeAny(actor, operation, subject).allowed).toBe(false)
      }),
    )
  })

  it('refuses to write without reading', () => {
    expect(may(employee('sia_write', 'sia_signal_change_status'), 'signal.changeStatus', ownSignal)).toBe(
      false,
    )
  })

  it('asks for the right that fits the attachment', () => {
    const actor = employee('sia_read', 'sia_delete_attachment_of_child_signal')
    const attachment = { ...ownSignal, kind: 'child', attachmentCreatedBy: null } as const
    expect(judge(actor, 'attachment.delete', attachment)).toEqual({
      allowed: false,
      reason: 'forbidden',
      missing: 'sia_delete_attachment_of_anonymous_user',
    })
    expect(judge(employee('sia_read'), 'attachment.delete', attachment)).toMatchObject({
      missing: 'sia_delete_attachment_of_child_signal',
    })
    expect(explainMissingForDeletion('sia_delete_attachment_of_child_signal')).toBe(
      'Cannot delete attachment need "sia_delete_attachment_of_child_signal" permission.',
    )
    expect(may(actor, 'attachment.delete', { ...attachment, attachmentCreatedBy: actor.email })).toBe(true)
  })
})
