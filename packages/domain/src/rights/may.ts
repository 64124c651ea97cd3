import type { SignalKind } from '../signals/kinds.ts'
import { type Actor, hasPermission } from './actor.ts'
import {
  type Circumstance,
  OPERATIONS,
  type Operation,
  type OperationRule,
  type SignalOperation,
} from './operations.ts'
import type { PermissionCode } from './permissions.ts'
import { canSeeSignal, type SignalVisibility } from './visibility.ts'

export interface SignalSubject extends SignalVisibility {
  readonly kind: SignalKind
}

export interface AttachmentSubject extends SignalSubject {
  /** E-mail address of the employee who added it; `null` for the reporter. */
  readonly attachmentCreatedBy: string | null
}

type SubjectOf<Name extends Operation> = Name extends 'attachment.delete'
  ? [subject: AttachmentSubject]
  : Name extends SignalOperation
    ? [subject: SignalSubject]
    : []

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'unauthenticated' }
  | { readonly allowed: false; readonly reason: 'forbidden'; readonly missing: PermissionCode | null }
  /** Forbidden, but the answer is that there is no such signal. */
  | { readonly allowed: false; readonly reason: 'hidden' }

const ALLOWED: Verdict = { allowed: true }

/** Whether someone may do something, to one signal where the operation is about one. */
export function may<Name extends Operation>(
  actor: Actor | null,
  operation: Name,
  ...subject: SubjectOf<Name>
): boolean {
  return judge(actor, operation, ...subject).allowed
}

/** As `may`, with the reason why not. */
export function judge<Name extends Operation>(
  actor: Actor | null,
  operation: Name,
  ...subject: SubjectOf<Name>
): Verdict {
  return judgeAny(actor, operation, subject[0])
}

/** `judge` for operations that are only known while running: without a subject where one is needed, no. */
export function judgeAny(
  actor: Actor | null,
  operation: Operation,
  subject: SignalSubject | AttachmentSubject | undefined,
): Verdict {
  const rule: OperationRule = OPERATIONS[operation]
  const permitted = judgePermissions(actor, operation)
  if (!permitted.allowed || rule.reach !== 'signal' || actor === null) return permitted
  return judgeSubject(actor, rule, subject)
}

/** What can be said before the signal is looked up: a refusal here is final, a yes is not yet one. */
export function judgePermissions(actor: Actor | null, operation: Operation): Verdict {
  const rule: OperationRule = OPERATIONS[operation]
  if (rule.audience !== 'employee') return ALLOWED
  if (!actor?.isActive) return { allowed: false, reason: 'unauthenticated' }
  const missing = rule.needs.find((permission) => !hasPermission(actor, permission))
  return missing === undefined ? ALLOWED : { allowed: false, reason: 'forbidden', missing }
}

function judgeSubject(
  actor: Actor,
  rule: OperationRule,
  subject: SignalSubject | AttachmentSubject | undefined,
): Verdict {
  if (subject === undefined || !canSeeSignal(actor, subject)) {
    return rule.hides
      ? { allowed: false, reason: 'hidden' }
      : { allowed: false, reason: 'forbidden', missing: null }
  }
  const circumstances = listCircumstances(actor, subject)
  const missing = rule.needsWhen?.find(
    ({ when, permission }) => circumstances.includes(when) && !hasPermission(actor, permission),
  )
  return missing === undefined
    ? ALLOWED
    : { allowed: false, reason: 'forbidden', missing: missing.permission }
}

function listCircumstances(actor: Actor, subject: SignalSubject | AttachmentSubject): Circumstance[] {
  const circumstances: Circumstance[] = [`${subject.kind} signal`]
  if (!('attachmentCreatedBy' in subject)) return circumstances
  const { attachmentCreatedBy } = subject
  if (attachmentCreatedBy === null) circumstances.push('added by reporter')
  else if (attachmentCreatedBy !== actor.email) circumstances.push('added by another user')
  return circumstances
}

export function explainMissingForDeletion(permission: PermissionCode): string {
  return `Cannot delete attachment need "${permission}" permission.`
}
