import { findSignalKind, findSystemStatusRefusal, type StatusCode } from '@signalen/domain'
import { problemOf } from '../../problem.ts'
import type { Settings } from '../../settings/settings.ts'
import type { CheckedLocation } from '../location/check-location.ts'
import type { DerivedAreas } from '../location/derive-areas.ts'
import type { Reference } from '../reference.ts'
import type { SignalRow } from '../signal-row.ts'
import { type Assignee, assignUser } from './assign-user.ts'
import { changeCategory } from './change-category.ts'
import { changeDirecting, changeRouting } from './change-departments.ts'
import { changeLocation } from './change-location.ts'
import { changeStatus } from './change-status.ts'
import type { PartChange, Standing } from './part-change.ts'
import type { SignalChanges } from './signal-changes.ts'

/** What was found beforehand, so that deciding needs nothing more. */
export interface Findings {
  readonly reference: Reference
  readonly settings: Settings
  /** The new location, with its address as the register spells it, and where it lies. */
  readonly location: CheckedLocation | undefined
  readonly areas: DerivedAreas
  readonly assignee: Assignee | null
  readonly canPushToSigmax: boolean
  /** Whether they may tell what another system did. */
  readonly canSpeakForSystems: boolean
  readonly by: string | null
  readonly at: Date
}

/** Decides all parts of a request, each on what the parts before it made of the signal. */
export function decideChanges(row: SignalRow, changes: SignalChanges, findings: Findings): PartChange[] {
  const decided: PartChange[] = []
  let standing = standingOf(row)
  for (const decide of PARTS) {
    const part = decide({ row, changes, findings, standing })
    if (!part) continue
    decided.push(part)
    standing = standingAfter(standing, part)
  }
  return decided
}

interface Deciding {
  readonly row: SignalRow
  readonly changes: SignalChanges
  readonly findings: Findings
  readonly standing: Standing
}

type DecidePart = (deciding: Deciding) => PartChange | undefined

/** In the order in which they take effect. */
const PARTS: readonly DecidePart[] = [
  ({ findings }) => findings.location && changeLocation({ ...findings, location: findings.location }),
  decideStatus,
  ({ changes: { category }, findings, standing }) =>
    category && changeCategory(standing, { ...findings, choice: category }),
  ({ changes: { priority }, findings: { by } }) =>
    priority && { columns: { priority, priority_created_by: by }, event: { type: 'priority', priority } },
  ({ changes: { note } }) =>
    note === undefined ? undefined : { columns: {}, event: { type: 'note', text: note } },
  ({ changes: { typeCode: code }, findings: { by, at } }) =>
    code && {
      columns: { type_code: code, type_created_at: at, type_created_by: by },
      event: { type: 'type', code },
    },
  ({ row, changes: { directingDepartmentIds: ids }, findings }) =>
    ids &&
    changeDirecting(
      findSignalKind({ parentId: row.parent_id, childCount: row.child_count }),
      ids,
      findings.reference,
    ),
  ({ changes: { routingDepartmentIds: ids }, findings, standing }) =>
    ids && changeRouting(standing, ids, findings.reference),
  ({ changes: { assignedUserEmail }, findings }) =>
    assignedUserEmail === undefined ? undefined : assignUser(findings.assignee),
]

function decideStatus({ row, changes: { status }, findings }: Deciding): PartChange | undefined {
  if (status === undefined) return undefined
  const { canPushToSigmax, canSpeakForSystems, by, at } = findings
  const refusal = canSpeakForSystems ? undefined : findSystemStatusRefusal(status.state)
  if (refusal) throw problemOf(refusal)
  return changeStatus({
    current: row.status_state as StatusCode,
    requested: status,
    reporter: { email: row.reporter_email },
    canPushToSigmax,
    extraProperties: status.extraProperties,
    by,
    at,
  })
}

function standingOf(row: SignalRow): Standing {
  return {
    categoryId: row.category_id,
    createdAt: row.created_at,
    routingDepartmentIds: row.routing_department_ids,
    assignedUserId: row.assigned_user_id,
  }
}

function standingAfter(standing: Standing, { columns }: PartChange): Standing {
  return {
    ...standing,
    ...('routing_department_ids' in columns
      ? { routingDepartmentIds: columns.routing_department_ids as number[] | null }
      : {}),
    ...('assigned_user_id' in columns ? { assignedUserId: columns.assigned_user_id as number | null } : {}),
  }
}
