import type { SignalDetail } from '@signalen/contract'
import { isEmailAddress, TEXT_LIMITS } from '@signalen/domain'
import { Actions, Button, Paragraph, TextareaField, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { useStatusLabel } from '../../components/badges.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useReport } from '../report-context.tsx'
import { MailPreviewPanel } from './MailPreviewPanel.tsx'

const STATE = 'forward to external'

/** Work for somebody outside, who can answer by a link in the mail. */
export function ForwardDialog({ onClose }: { readonly onClose: () => void }) {
  const { forms, report, shell } = useMessages()
  const { signal, save } = useReport()
  const { may } = useRights()
  const label = useStatusLabel()
  const [input, setInput, clearDraft] = useDraft(`forward:${signal.id}`, { email: '', text: '' })
  const [fault, setFault] = useState<'email' | 'text'>()
  const [isPreviewing, setIsPreviewing] = useState(false)
  const email = input.email.trim()
  const text = input.text.trim()

  function check(): boolean {
    const found = findFault(email, text)
    setFault(found)
    if (found) document.getElementById(`forward-${found}`)?.focus()
    return found === undefined
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!check()) return
    onClose()
    void save({
      what: report.fields.status,
      body: { status: { state: STATE, text, send_email: true, email_override: email } },
      expect: (one: SignalDetail) => ({
        ...one,
        status: { ...one.status, state: STATE, state_display: label(STATE), text },
      }),
      present: (one) => [label(one.status.state), one.status.text].filter(Boolean).join(': '),
      onSaved: clearDraft,
    })
  }
  return (
    <Dialog title={forms.forward.title} onClose={onClose} isDrawer>
      <Paragraph>{forms.forward.intro}</Paragraph>
      <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
        <TextField
          id="forward-email"
          name="email"
          type="email"
          autoComplete="off"
          label={forms.forward.email}
          required
          value={input.email}
          error={fault === 'email' ? forms.forward.emailWrong : undefined}
          onChange={(event) => setInput({ ...input, email: event.target.value })}
        />
        <TextareaField
          id="forward-text"
          name="text"
          label={forms.forward.text}
          required
          maxLength={TEXT_LIMITS.mailPreviewText}
          value={input.text}
          error={fault === 'text' ? forms.forward.textNeeded : undefined}
          onChange={(event) => setInput({ ...input, text: event.target.value })}
        />
        <Actions>
          <Button type="submit" purpose="primary">
            {forms.forward.button}
          </Button>
          {may('signal.previewMail') && (
            <Button onClick={() => check() && setIsPreviewing(true)}>{forms.status.preview}</Button>
          )}
          <Button purpose="subtle" onClick={onClose}>
            {shell.cancel}
          </Button>
        </Actions>
      </form>
      {isPreviewing && (
        <Dialog
          title={forms.forward.previewTitle}
          onClose={() => setIsPreviewing(false)}
          className="dialog--wide"
        >
          <MailPreviewPanel asked={{ status: STATE, text, email_override: email }} />
        </Dialog>
      )}
    </Dialog>
  )
}

function findFault(email: string, text: string): 'email' | 'text' | undefined {
  if (!isEmailAddress(email)) return 'email'
  return text === '' ? 'text' : undefined
}
