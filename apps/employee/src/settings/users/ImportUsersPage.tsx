import type { UserImportAnswer } from '@signalen/contract'
import { Alert, Button, CheckboxField, FormField, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { TableFrame } from '../../components/TableFrame.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

/** Users of a file: looked at first, each line with what becomes of it, and only then brought in. */
export function Component() {
  const messages = useMessages()
  const { people: texts, settings, areas } = messages
  const client = useQueryClient()
  const [csv, setCsv] = useState<string>()
  const [invites, setInvites] = useState(true)
  const bring = useMutation({
    mutationFn: (asked: { readonly csv: string; readonly dry_run: boolean }) =>
      read<UserImportAnswer>(`${PRIVATE}/users/import`, {
        method: 'POST',
        body: { ...asked, send_invites: invites },
      }),
    onSuccess: async ({ is_stored: isStored }) => {
      if (!isStored) return
      await client.invalidateQueries({ queryKey: ['users'] })
      announce(texts.stored)
    },
  })
  const result = bring.data
  const isSound = result?.users.every(({ outcome }) => outcome !== 'refused') ?? false
  return (
    <>
      <Link className="nl-link" to="/instellingen/gebruikers">
        {settings.backTo(settings.users.title)}
      </Link>
      <PageHeading title={texts.bring} />
      <Paragraph>{texts.bringIntro}</Paragraph>
      <pre className="rule-fault">{texts.example}</pre>
      <div className="settings__form">
        <FormField id="users-file" name="file" label={areas.file}>
          <input
            id="users-file"
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const file = event.target.files?.[0]
              bring.reset()
              void file?.text().then(setCsv)
            }}
          />
        </FormField>
        <CheckboxField
          id="send-invites"
          name="send_invites"
          label={texts.inviteNew}
          description={texts.inviteText}
          checked={invites}
          onChange={(event) => setInvites(event.target.checked)}
        />
        <div className="signalen-actions">
          <Button
            disabled={csv === undefined || bring.isPending}
            onClick={() => csv !== undefined && bring.mutate({ csv, dry_run: true })}
          >
            {areas.check}
          </Button>
          <Button
            purpose="primary"
            disabled={csv === undefined || bring.isPending || !isSound || result?.is_stored}
            onClick={() => csv !== undefined && bring.mutate({ csv, dry_run: false })}
          >
            {areas.bringIn}
          </Button>
        </div>
      </div>
      {bring.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(bring.error, messages)}</Paragraph>
        </Alert>
      )}
      {result && <UserImportResult result={result} />}
    </>
  )
}

function UserImportResult({ result }: { readonly result: UserImportAnswer }) {
  const { people: texts, settings, areas } = useMessages()
  const refused = result.users.filter(({ outcome }) => outcome === 'refused').length
  return (
    <>
      <div role="status">
        <Alert kind={refused > 0 ? 'error' : 'ok'}>
          <Paragraph>
            {refused > 0 && texts.refused(refused)}
            {refused === 0 && (result.is_stored ? texts.stored : areas.sound)}
          </Paragraph>
        </Alert>
      </div>
      <TableFrame label={areas.result}>
        <table className="signals settings__table">
          <caption className="signalen-visually-hidden">{areas.result}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{settings.users.email}</th>
              <th scope="col">{areas.result}</th>
            </tr>
          </thead>
          <tbody>
            {result.users.map(({ line, email, outcome, reason }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{email || '–'}</td>
                <td>{reason ?? areas.outcomes[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  )
}
