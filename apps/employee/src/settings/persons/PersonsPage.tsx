import type { PersonFoundAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Paragraph, TextField } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { PageHeading } from '../../components/Page.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { CorrectPart } from './CorrectPart.tsx'
import { ErasePart } from './ErasePart.tsx'
import { FoundPart } from './FoundPart.tsx'
import { PERSONS, type Person } from './person-api.ts'
import { RegisterPart } from './RegisterPart.tsx'

/** What someone may ask about their own data: to see it, to have it corrected, to have it erased. */
export function Component() {
  const messages = useMessages()
  const { persons: texts } = messages
  const { may } = useRights()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const person: Person = { email: email.trim() || null, phone: phone.trim() || null }
  // Never kept by the app: who was looked for is nobody's business afterwards.
  const find = useMutation({
    mutationFn: (asked: Person) =>
      read<PersonFoundAnswer>(`${PERSONS}/find`, { method: 'POST', body: asked }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['persons'] }),
    gcTime: 0,
  })
  const handOver = useMutation({
    mutationFn: async (asked: Person) => {
      const dossier = await read<unknown>(`${PERSONS}/handover`, { method: 'POST', body: asked })
      saveFile(
        new Blob([`${JSON.stringify(dossier, null, 2)}\n`], { type: 'application/json' }),
        'gegevens-van-persoon.json',
      )
    },
    gcTime: 0,
  })
  const isNobody = person.email === null && person.phone === null
  const isCurrent = JSON.stringify(find.variables) === JSON.stringify(person)
  const error = find.error ?? handOver.error
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isNobody) find.mutate(person)
  }
  const again = () => find.mutate(person)
  return (
    <>
      <PageHeading title={texts.title} />
      <Paragraph>{texts.intro}</Paragraph>
      {error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      {may('person.find') && (
        <form className="settings__form" noValidate onSubmit={submit} autoComplete="off">
          <TextField
            id="person-email"
            name="email"
            type="email"
            autoComplete="off"
            label={texts.email}
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextField
            id="person-phone"
            name="phone"
            type="tel"
            autoComplete="off"
            label={texts.phone}
            maxLength={40}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <Actions>
            <Button type="submit" purpose="primary" disabled={find.isPending || isNobody}>
              {texts.find}
            </Button>
            {may('person.handOver') && (
              <Button disabled={handOver.isPending || isNobody} onClick={() => handOver.mutate(person)}>
                {texts.handOver}
              </Button>
            )}
          </Actions>
        </form>
      )}
      {find.data && isCurrent && (
        <>
          <FoundPart found={find.data} />
          {may('person.correct') && <CorrectPart person={person} found={find.data} onDone={again} />}
          {may('person.erase') && <ErasePart person={person} found={find.data} onDone={again} />}
        </>
      )}
      {may('person.register') && <RegisterPart />}
    </>
  )
}
