import type { PersonCorrectedAnswer, PersonFoundAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Heading, Paragraph, TextField } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PERSONS, type Person } from './person-api.ts'

export interface PersonPartProps {
  readonly person: Person
  readonly found: PersonFoundAnswer
  readonly onDone: () => void
}

/** Another address or number, everywhere at once. */
export function CorrectPart({ person, found, onDone }: PersonPartProps) {
  const messages = useMessages()
  const { persons: texts } = messages
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const correct = useMutation({
    mutationFn: () =>
      read<PersonCorrectedAnswer>(`${PERSONS}/correct`, {
        method: 'POST',
        body: {
          ...person,
          signal_count: found.signal_count,
          ...(email.trim() && { new_email: email.trim() }),
          ...(phone.trim() && { new_phone: phone.trim() }),
        },
      }),
    onSuccess: ({ signal_count: count }) => {
      announce(texts.corrected(count))
      onDone()
    },
    gcTime: 0,
  })
  return (
    <section className="category-part" aria-labelledby="correct">
      <Heading level={2} look={4} id="correct">
        {texts.correct}
      </Heading>
      {correct.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(correct.error, messages)}</Paragraph>
        </Alert>
      )}
      {correct.data && (
        <Alert kind="ok">
          <Paragraph>{texts.corrected(correct.data.signal_count)}</Paragraph>
        </Alert>
      )}
      <TextField
        id="new-email"
        name="new_email"
        type="email"
        autoComplete="off"
        label={texts.newEmail}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        id="new-phone"
        name="new_phone"
        type="tel"
        autoComplete="off"
        label={texts.newPhone}
        maxLength={40}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Actions>
        <Button
          disabled={correct.isPending || (email.trim() === '' && phone.trim() === '')}
          onClick={() => correct.mutate()}
        >
          {texts.correctIn(found.signal_count)}
        </Button>
      </Actions>
    </section>
  )
}
