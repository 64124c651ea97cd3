import { accept, type Decision, forbid, type Refusal, refuse } from '../refusal.ts'
import { invalidChoice, MESSAGES, tooLongBy } from '../wire-messages.ts'
import {
  isStatusCode,
  isTargetApi,
  STATUS_LABELS,
  type StatusCode,
  SYSTEM_STATUS_CODES,
  type TargetApi,
} from './states.ts'
import { canChangeStatus } from './transitions.ts'

export const REACTION_REQUEST_TEXT_LIMIT = 1000

export const CHILD_CANCELLED_TEXT = 'Hoofdmelding is afgehandeld'

/** As it stands in the request; what is absent there may be absent here. */
export interface RequestedStatus {
  readonly state?: string | null | undefined
  readonly text?: string | null | undefined
  readonly targetApi?: string | null | undefined
  readonly sendEmail?: boolean | null | undefined
  readonly emailOverride?: string | null | undefined
}

export interface StatusChangeRequest {
  /** `null` when the signal is being made. */
  readonly current: StatusCode | null
  readonly requested: RequestedStatus
  readonly reporter: { readonly email: string | null }
  /** Whether the requester holds `push_to_sigmax`; the system itself always may. */
  readonly canPushToSigmax: boolean
}

export interface NewStatus {
  readonly state: StatusCode
  readonly text: string | null
  readonly targetApi: TargetApi | null
  readonly sendEmail: boolean
  readonly emailOverride: string | null
}

/**
 * Whether a signal may get this status. What belongs to the sending of the form answers under
 * `status`, what belongs to the workflow answers flat: clients look for each in its own place.
 */
export function decideStatusChange(request: StatusChangeRequest): Decision<NewStatus> {
  const { state, targetApi } = request.requested
  if (state === undefined) return refuseField('state', MESSAGES.required)
  if (state === null) return refuseField('state', MESSAGES.blank)
  if (!isStatusCode(state)) return refuseField('state', invalidChoice(state))
  if (targetApi && !isTargetApi(targetApi)) return refuseField('target_api', invalidChoice(targetApi))

  const status: NewStatus = {
    state,
    text: request.requested.text ?? null,
    targetApi: isTargetApi(targetApi) ? targetApi : null,
    sendEmail: request.requested.sendEmail ?? false,
    emailOverride: request.requested.emailOverride || null,
  }
  return findFormRefusal(status, request) ?? findWorkflowRefusal(status, request.current) ?? accept(status)
}

/**
 * States that tell what another system did, or what the reporter asked: nobody sets them by hand. Who may tell
 * what CityControl did is not asked this.
 */
export function findSystemStatusRefusal(state: unknown): Refusal | undefined {
  if (!isStatusCode(state) || !SYSTEM_STATUS_CODES.includes(state)) return undefined
  return forbid({ state: `Only the system sets the status \`${STATUS_LABELS[state]}\`.` })
}

function findFormRefusal(status: NewStatus, request: StatusChangeRequest): Refusal | undefined {
  switch (status.state) {
    case 'ready to send':
      return findPushRefusal(status, request.canPushToSigmax)
    case 'reaction requested':
      return findReactionRequestRefusal(status, request.reporter.email)
    case 'forward to external':
      return findForwardRefusal(status)
    default:
      return undefined
  }
}

function findPushRefusal(status: NewStatus, canPushToSigmax: boolean): Refusal | undefined {
  if (status.targetApi !== 'sigmax' || canPushToSigmax) return undefined
  return forbid({ state: "You don't have permissions to push to Sigmax/CityControl." })
}

function findReactionRequestRefusal(status: NewStatus, reporterEmail: string | null): Refusal | undefined {
  if (!reporterEmail) return refuseField('state', 'No email address known for this signal.')
  const length = [...(status.text ?? '')].length
  if (length <= REACTION_REQUEST_TEXT_LIMIT) return undefined
  return refuseField('text', tooLongBy(REACTION_REQUEST_TEXT_LIMIT, length))
}

function findForwardRefusal(status: NewStatus): Refusal | undefined {
  if (status.emailOverride && status.sendEmail && status.text) return undefined
  return refuseField(
    'text',
    'email_override, send_email, and text must all be set for DOORGEZET_NAAR_EXTERN flow',
  )
}

function findWorkflowRefusal(status: NewStatus, current: StatusCode | null): Refusal | undefined {
  if (!canChangeStatus(current, status.state)) {
    const from = current === null ? '' : STATUS_LABELS[current]
    const message = `Invalid state transition from \`${from}\` to \`${STATUS_LABELS[status.state]}\`.`
    return refuse({ state: [message] })
  }
  if (status.state === 'ready to send' && status.targetApi === null) {
    return refuse({ target_api: [requiredFor(status.state)] })
  }
  if (status.state !== 'ready to send' && status.targetApi !== null) {
    return refuse({
      target_api: ['This field can only be set when changing `state` to `ready to send`.'],
    })
  }
  if ((status.state === 'o' || status.state === 'reopened') && !status.text) {
    return refuse({ text: [requiredFor(status.state)] })
  }
  return undefined
}

function requiredFor(state: StatusCode): string {
  return `This field is required when changing \`state\` to \`${STATUS_LABELS[state]}\`.`
}

function refuseField(field: string, message: string): Refusal {
  return refuse({ status: { [field]: [message] } })
}

/** Closing a parent cancels those of its children that are still open. */
export function mustCancelChild(parentState: StatusCode, childState: StatusCode): boolean {
  if (parentState !== 'o' && parentState !== 'a') return false
  return childState !== 'o' && childState !== 'a' && childState !== 's'
}
