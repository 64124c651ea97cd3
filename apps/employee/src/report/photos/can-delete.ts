import type { SignalKind } from '@signalen/domain'
import type { Rights } from '../../rights/use-rights.ts'

const OF_KIND: Readonly<Record<SignalKind, string>> = {
  normal: 'sia_delete_attachment_of_normal_signal',
  parent: 'sia_delete_attachment_of_parent_signal',
  child: 'sia_delete_attachment_of_child_signal',
}

/** The server judges by the same permissions: of the kind of report, and of whose file it is. */
export function canDeleteAttachment(rights: Rights, kind: SignalKind, createdBy: string | null): boolean {
  if (!rights.has(OF_KIND[kind])) return false
  if (createdBy === null) return rights.has('sia_delete_attachment_of_anonymous_user')
  return createdBy === rights.user?.email || rights.has('sia_delete_attachment_of_other_user')
}
