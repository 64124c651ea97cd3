import { showPage } from '../http/show.tsx'
import type { Visit } from '../http/visit.ts'
import { MessagePage } from '../pages/MessagePage.tsx'

/** The texts for a link that is mailed: used, late, wrong, or not to be had right now. */
export interface LinkTexts {
  readonly usedTitle: string
  readonly used: string
  readonly lateTitle: string
  readonly late: string
  readonly unknownTitle: string
  readonly unknown: string
}

const STATUS = { used: 410, late: 410, unknown: 404, failed: 502 } as const

export function showClosedLink(visit: Visit, texts: LinkTexts, kind: keyof typeof STATUS) {
  const { errors } = visit.messages
  if (kind === 'failed') return showMessage(visit, errors.failedTitle, errors.failed, STATUS.failed)
  return showMessage(visit, texts[`${kind}Title`], texts[kind], STATUS[kind])
}

export function showMessage(visit: Visit, title: string, text: string, status = 200) {
  const body = <MessagePage title={title} text={text} messages={visit.messages} />
  return showPage(visit, { title, status, body })
}
