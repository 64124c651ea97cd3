import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import type { AttachmentSubject, SignalSubject } from './may.ts'
import { PERMISSION_CODES } from './permissions.ts'
import { canSeeSignal, findListScope } from './visibility.ts'

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

const otherSignal: SignalSubject = { kind: 'normal', categoryDepartmentIds: [2], routingDepartmentIds: [] }

describe('who sees a signal', () => {
  it('goes by category and current routing', () => {
    const actor = employee('sia_read')
    expect(canSeeSignal(actor, ownSignal)).toBe(true)
    expect(canSeeSignal(actor, otherSignal)).toBe(false)
    expect(canSeeSignal(actor, { ...otherSignal, routingDepartmentIds: [3, 1] })).toBe(true)
    expect(canSeeSignal(employee('sia_can_view_all_categories'), otherSignal)).toBe(true)
  })

  it('is the same one by one as in a list', () => {
    fc.assert(
      fc.property(anyActor, anySubject, (actor, signal) => {
        const scope = findListScope(actor)
        const departments = [...signal.categoryDepartmentIds, ...signal.routingDepartmentIds]
        const listed =
          scope.kind === 'everything' ||
          (scope.kind === 'departments' && departments.some((id) => scope.departmentIds.includes(id)))
        expect(canSeeSignal(actor, signal)).toBe(listed)
      }),
    )
  })
})
