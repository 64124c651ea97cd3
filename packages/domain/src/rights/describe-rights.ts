import type { Actor } from './actor.ts'
import { type AttachmentSubject, judgeAny } from './may.ts'
import {
  type Circumstance,
  OPERATION_NAMES,
  OPERATIONS,
  type Operation,
  type OperationRule,
} from './operations.ts'
import { isPermissionCode, PERMISSIONS, type PermissionCode } from './permissions.ts'
import { findListScope } from './visibility.ts'

export interface RoleDefinition {
  readonly name: string
  readonly permissions: readonly string[]
}

/** Whether a role may do it to a signal of the person's own department, and to another's. */
export interface RoleRight {
  readonly role: string
  readonly own: boolean
  readonly other: boolean
}

export interface RightsRow extends OperationRule {
  readonly operation: Operation
  readonly roles: readonly RoleRight[]
}

const OWN_DEPARTMENT = 1
const OTHER_DEPARTMENT = 2

/** The rights matrix: every operation against every role, found by asking the same function that decides. */
export function describeRights(roles: readonly RoleDefinition[]): RightsRow[] {
  return OPERATION_NAMES.map((operation) => ({
    ...OPERATIONS[operation],
    operation,
    roles: roles.map((role) => describeRole(role, operation)),
  }))
}

function describeRole(role: RoleDefinition, operation: Operation): RoleRight {
  const actor: Actor = {
    userId: 1,
    email: 'iemand@gemeente.example',
    isActive: true,
    isSuperuser: false,
    permissions: new Set(role.permissions),
    departmentIds: [OWN_DEPARTMENT],
  }
  const own = judgeAny(actor, operation, standardSubject(OWN_DEPARTMENT)).allowed
  const rule: OperationRule = OPERATIONS[operation]
  const other = isNarrowed(rule)
    ? own && findListScope(actor).kind === 'everything'
    : judgeAny(actor, operation, standardSubject(OTHER_DEPARTMENT)).allowed
  return { role: role.name, own, other }
}

/** Whoever may do it gets only what they may see. */
function isNarrowed({ reach }: OperationRule): boolean {
  return reach === 'visible' || reach === 'own-categories'
}

/** An ordinary signal, with an attachment of the person's own. */
function standardSubject(departmentId: number): AttachmentSubject {
  return {
    kind: 'normal',
    categoryDepartmentIds: [departmentId],
    routingDepartmentIds: [],
    attachmentCreatedBy: 'iemand@gemeente.example',
  }
}

/** The matrix as a Markdown table, in Dutch, for administrators. */
export function renderRightsMatrix(roles: readonly RoleDefinition[]): string {
  const header = ['Handeling', 'Nodig', 'Bereik', ...roles.map((role) => role.name)]
  const lines = describeRights(roles).map((row) => [
    `${row.does} (\`${row.operation}\`)`,
    describeNeeds(row),
    REACH_TEXTS[row.reach],
    ...row.roles.map(describeRight),
  ])
  return [header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const REACH_TEXTS: Record<OperationRule['reach'], string> = {
  everything: 'alles',
  visible: 'meldingen die men mag zien',
  signal: 'een melding die men mag zien',
  own: 'alleen het eigene',
  'own-categories': 'categorieën van de eigen afdelingen',
}

const CIRCUMSTANCE_TEXTS: Record<Circumstance, string> = {
  'normal signal': 'bij een gewone melding',
  'parent signal': 'bij een hoofdmelding',
  'child signal': 'bij een deelmelding',
  'added by reporter': 'als de melder de bijlage toevoegde',
  'added by another user': 'als een collega de bijlage toevoegde',
}

function describeNeeds(rule: OperationRule): string {
  if (rule.audience === 'anyone') return 'niets'
  if (rule.audience === 'token') return 'de persoonlijke link'
  const always = rule.needs.map((code) => `\`${code}\``)
  const sometimes = rule.needsWhen?.map(
    ({ when, permission }) => `\`${permission}\` ${CIRCUMSTANCE_TEXTS[when]}`,
  )
  return [...always, ...(sometimes ?? [])].join(', ') || 'ingelogd zijn'
}

function describeRight({ own, other }: RoleRight): string {
  if (other) return 'ja'
  return own ? 'eigen afdeling' : 'nee'
}

/** For a role editor: what each permission lets people do. */
export function listOperationsNeeding(permission: PermissionCode): Operation[] {
  return OPERATION_NAMES.filter((name) => {
    const rule: OperationRule = OPERATIONS[name]
    return rule.needs.includes(permission) || rule.needsWhen?.some((need) => need.permission === permission)
  })
}

export function namePermission(code: string): string {
  return isPermissionCode(code) ? PERMISSIONS[code].name : code
}
