import { type Actor, decideStatusChange, hasPermission, type StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { RenderedMail } from '../ports.ts'
import { Problem, problemOf } from '../problem.ts'
import { getSignal } from '../signals/get-signal.ts'
import { describePlaceholderLinks } from './mail-links.ts'
import { getMailSignal, type MailSignal } from './mail-signal.ts'
import { describeSignal } from './mail-variables.ts'
import { describeOccasion, findStatusMail } from './plan-status-mail.ts'
import { renderMail } from './render-mail.ts'

export interface MailPreview {
  readonly signalId: number
  readonly state: string
  readonly text: string | null
  readonly emailOverride: string | null
}

/** The mail that would follow a status, with links that lead nowhere. Nothing is kept. */
export async function previewMail(
  context: Context,
  actor: Actor,
  preview: MailPreview,
): Promise<RenderedMail> {
  await getSignal(context, actor, preview.signalId, 'signal.previewMail')
  const current = await getMailSignal(context, preview.signalId)
  const signal: MailSignal = { ...current, status: decideStatus(actor, current, preview) }
  const mail = findStatusMail(context, signal, current.status.state)
  if (!mail) throw new Problem(404, { detail: 'No email preview available for given status transition' })
  return renderMail(context, {
    ...mail,
    variables: {
      ...describeOccasion(mail.template, signal),
      ...describePlaceholderLinks(context, mail.link),
      ...describeSignal(signal, context.settings, context.citizenUrl).variables,
    },
  })
}

function decideStatus(
  actor: Actor,
  { status, reporter }: MailSignal,
  preview: MailPreview,
): MailSignal['status'] {
  const { state, text, emailOverride } = preview
  const decision = decideStatusChange({
    current: status.state,
    requested: { state, text, emailOverride, sendEmail: true },
    reporter: { email: reporter.email },
    canPushToSigmax: hasPermission(actor, 'push_to_sigmax'),
  })
  if (!decision.ok) throw problemOf(decision)
  return { id: null, state: state as StatusCode, text, sendEmail: true, emailOverride }
}
