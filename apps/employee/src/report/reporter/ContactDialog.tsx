import { isEmailAddress, TEXT_LIMITS } from '@signalen/domain'
import { Actions, Alert, Button, CheckboxField, Paragraph, TextField } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import type { Reporter } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'

/** Other contact details; a new address counts once its owner has confirmed it. */
export function ContactDialog({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages()
  const { forms, shell, filters } = messages
  const texts = forms.reporter
  const { signal } = useReport()
  const client = useQueryClient()
  const [email, setEmail] = useState(signal.reporter.email)
  const [phone, setPhone] = useState(signal.reporter.phone)
  const [isShared, setIsShared] = useState(signal.reporter.sharing_allowed)
  const [isWrong, setIsWrong] = useState(false)
  const change = useMutation({
    mutationFn: () =>
      read<Reporter>(signalPath(signal.id, '/reporters/'), {
        method: 'POST',
        body: { email: email.trim() || null, phone: phone.trim() || null, sharing_allowed: isShared },
      }),
    onSuccess: async ({ state }) => {
      await client.invalidateQueries({ queryKey: ['signals', 'one', signal.id] })
      announce(describeOutcome(state, texts))
      onClose()
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = email.trim() !== '' && !isEmailAddress(email.trim())
    setIsWrong(wrong)
    if (wrong) document.getElementById('contact-email')?.focus()
    else change.mutate()
  }
  return (
    <Dialog title={texts.change} onClose={onClose}>
      <Paragraph>{texts.verification}</Paragraph>
      {change.error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(change.error, messages)}</Paragraph>
        </Alert>
      )}
      <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
        <TextField
          id="contact-email"
          name="email"
          type="email"
          autoComplete="off"
          label={filters.names.reporter_email}
          value={email}
          error={isWrong ? forms.forward.emailWrong : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          id="contact-phone"
          name="phone"
          type="tel"
          autoComplete="off"
          label={texts.phone}
          maxLength={TEXT_LIMITS.phone}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <CheckboxField
          id="contact-shared"
          name="sharing"
          label={texts.consent}
          checked={isShared}
          onChange={(event) => setIsShared(event.target.checked)}
        />
        <Actions>
          <Button type="submit" purpose="primary" disabled={change.isPending}>
            {texts.button}
          </Button>
          <Button purpose="subtle" onClick={onClose}>
            {shell.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function describeOutcome(
  state: Reporter['state'],
  texts: { readonly sent: string; readonly saved: string; readonly unchanged: string },
): string {
  if (state === 'verification_email_sent') return texts.sent
  return state === 'approved' ? texts.saved : texts.unchanged
}
