import type { UserWorkAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Heading, Paragraph, SelectField } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useColleagues } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import type { User } from '../../api/wire.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { useSave } from '../use-save.ts'

/** Someone stops: what they have to do goes to a colleague, or back to the tray of the department. */
export function LeavePart({ user }: { readonly user: User }) {
  const messages = useMessages()
  const texts = messages.people
  const path = `${PRIVATE}/users/${user.id}`
  const { data: work } = useQuery({
    queryKey: ['users', 'work', user.id],
    queryFn: () => read<UserWorkAnswer>(`${path}/work`),
  })
  const colleagues = (useColleagues().data ?? []).filter((email) => email !== user.username)
  const [to, setTo] = useState('')
  const save = useSave('users', 'colleagues', 'signals', 'expressions')
  if (!work) return null
  return (
    <section className="category-part" aria-labelledby="leave">
      <Heading level={2} look={4} id="leave">
        {texts.leave}
      </Heading>
      <Paragraph>{texts.openWork(work.open)}</Paragraph>
      {work.rules.length > 0 && <Paragraph>{texts.rules(work.rules)}</Paragraph>}
      {work.open > 0 && (
        <SelectField
          id="hand-over"
          name="to"
          label={texts.to}
          emptyLabel={texts.tray}
          options={colleagues.map((email) => ({ value: email, label: email }))}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      )}
      {save.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      <Actions>
        <Button
          negative
          disabled={save.isPending}
          onClick={() =>
            save.mutate({
              path: `${path}/deactivate`,
              method: 'POST',
              body: { to: to || null },
              goTo: '/instellingen/gebruikers',
            })
          }
        >
          {work.open > 0 ? texts.leaveWith(work.open) : texts.leaveNow}
        </Button>
      </Actions>
    </section>
  )
}
