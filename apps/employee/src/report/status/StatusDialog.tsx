import type { SignalDetail } from '@signalen/contract'
import { isStatusCode } from '@signalen/domain'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { useStatusLabel } from '../../components/badges.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useReport } from '../report-context.tsx'
import { MailPreviewPanel } from './MailPreviewPanel.tsx'
import { StatusFields } from './StatusFields.tsx'
import {
  EMPTY_STATUS,
  findMailRule,
  findStatusFault,
  listChoosableStatuses,
  type StatusFault,
  willMail,
} from './status-rules.ts'

const FIELD_OF_FAULT: Readonly<Record<StatusFault, string>> = {
  choice: 'status-choice',
  email: 'status-choice',
  text: 'status-text',
  reserved: 'status-text',
  length: 'status-text',
}

/** Another status, with a text that the reporter may get: written, looked at, and only then sent. */
export function StatusDialog({ onClose }: { readonly onClose: () => void }) {
  const { forms, report, shell } = useMessages()
  const { signal, kind, save } = useReport()
  const { may } = useRights()
  const label = useStatusLabel()
  const [input, setInput, clearDraft] = useDraft(`status:${signal.id}`, EMPTY_STATUS)
  const [fault, setFault] = useState<StatusFault>()
  const [isPreviewing, setIsPreviewing] = useState(false)
  const statuses = listChoosableStatuses(signal.status.state).filter(
    (code) => code !== 'ready to send' || may('signal.pushToSigmax'),
  )
  const next = statuses.find((code) => code === input.state)
  const rule = next && findMailRule(toSubject(signal, kind === 'child'), next)
  const chosen = { ...input, state: next ?? '' }

  function check(): boolean {
    const found = findStatusFault(chosen, rule)
    setFault(found)
    if (found) document.getElementById(FIELD_OF_FAULT[found])?.focus()
    return found === undefined
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!check() || !next) return
    const text = input.text.trim() || null
    onClose()
    void save({
      what: report.fields.status,
      body: {
        status: {
          state: next,
          text,
          send_email: willMail(chosen, rule),
          ...(next === 'ready to send' && { target_api: 'sigmax' }),
        },
      },
      expect: (one: SignalDetail) => ({
        ...one,
        status: { ...one.status, state: next, state_display: label(next), text },
      }),
      present: (one) => [label(one.status.state), one.status.text].filter(Boolean).join(': '),
      onSaved: clearDraft,
    })
  }
  return (
    <Dialog title={forms.status.title} onClose={onClose} isDrawer>
      <Paragraph>{forms.status.now(label(signal.status.state))}</Paragraph>
      {statuses.length === 0 ? (
        <Alert kind="info">
          <Paragraph>{forms.status.none}</Paragraph>
        </Alert>
      ) : (
        <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
          <StatusFields input={chosen} statuses={statuses} rule={rule} fault={fault} onChange={setInput} />
          <Actions>
            <Button type="submit" purpose="primary">
              {willMail(chosen, rule) ? forms.status.buttonMail : forms.status.button}
            </Button>
            {willMail(chosen, rule) && may('signal.previewMail') && (
              <Button onClick={() => check() && setIsPreviewing(true)}>{forms.status.preview}</Button>
            )}
            <Button purpose="subtle" onClick={onClose}>
              {shell.cancel}
            </Button>
          </Actions>
        </form>
      )}
      {isPreviewing && (
        <Dialog
          title={forms.status.previewTitle}
          onClose={() => setIsPreviewing(false)}
          className="dialog--wide"
        >
          <MailPreviewPanel asked={{ status: chosen.state, text: input.text.trim() }} />
        </Dialog>
      )}
    </Dialog>
  )
}

function toSubject(signal: SignalDetail, isChild: boolean) {
  return {
    state: isStatusCode(signal.status.state) ? signal.status.state : '',
    idDisplay: signal.id_display,
    reporterEmail: signal.reporter.email,
    allowsContact: signal.reporter.allows_contact,
    isChild,
  }
}
