import type { SignalDetail } from '@signalen/contract'
import { Alert, Paragraph, Stack } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { signalOptions } from '../api/signals.ts'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'
import { kindOf } from '../report/report-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { SplitForm } from './SplitForm.tsx'
import { countRoom } from './split-input.ts'

export function Component() {
  const id = Number(useParams().id)
  const messages = useMessages()
  const { forms, shell } = messages
  const { may, user } = useRights()
  const { data, error } = useQuery(signalOptions(id))
  if (error) {
    return (
      <Alert kind="error" role="alert" title={messages.report.failed} titleLevel={1}>
        <Paragraph>{presentFailure(error, messages)}</Paragraph>
      </Alert>
    )
  }
  if (!data || !user) {
    return (
      <p role="status" className="report-waiting">
        {shell.loading}
      </p>
    )
  }
  const { signal } = data
  return (
    <Stack className="split">
      <Link className="nl-link" to={`/incident/${signal.id}`}>
        {forms.split.back}
      </Link>
      <PageHeading title={forms.split.title(signal.id_display)} />
      {may('signal.split') && canSplit(signal) ? (
        <>
          <Paragraph>{forms.split.intro}</Paragraph>
          <SplitForm signal={signal} />
        </>
      ) : (
        <Alert kind="warning">
          <Paragraph>{forms.split.cannot}</Paragraph>
        </Alert>
      )}
    </Stack>
  )
}

function canSplit(signal: SignalDetail): boolean {
  const children = signal._links['sia:children']?.length ?? 0
  return (
    kindOf(signal) !== 'child' && !['o', 'a', 's'].includes(signal.status.state) && countRoom(children) > 0
  )
}
