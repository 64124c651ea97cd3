import { Alert, Button, Paragraph, Stack } from '@signalen/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { RequestRefused } from '../api/failures.ts'
import { type SignalPage, signalOptions } from '../api/signals.ts'
import { NotFoundPage } from '../app/error-pages.tsx'
import { PriorityMark, StatusBadge } from '../components/badges.tsx'
import { PageHeading } from '../components/Page.tsx'
import { useComingUp } from '../keyboard/use-coming-up.ts'
import { useMessages } from '../language/language-context.tsx'
import { rememberOpened } from '../overview/list-state.ts'
import { streetOf } from '../overview/street.ts'
import { ChangedByOther } from './ChangedByOther.tsx'
import { Presence } from './Presence.tsx'
import { ReportScreen } from './ReportScreen.tsx'
import { kindOf, ReportProvider } from './report-context.tsx'
import { useReportChanges } from './use-report-changes.ts'

export function Component() {
  const id = Number(useParams().id)
  if (!Number.isInteger(id) || id < 1) return <NotFoundPage />
  // A draft or a dialog of one report is not for the next.
  return <OneReport key={id} id={id} />
}

function OneReport({ id }: { readonly id: number }) {
  const { shell } = useMessages()
  const { data, error, refetch } = useQuery({ ...signalOptions(id), refetchInterval: 30_000 })
  const changes = useReportChanges(id)
  useEffect(() => rememberOpened(id), [id])
  useComingUp(!data && !error)
  const report = useMemo(() => {
    if (!data) return undefined
    const { signal } = data
    return {
      ...changes,
      signal,
      kind: kindOf(signal),
      childCount: signal._links['sia:children']?.length ?? 0,
    }
  }, [data, changes])
  if (report) {
    return (
      <ReportProvider value={report}>
        {data && <ChangedByOther loaded={data} />}
        <Presence />
        <ReportScreen />
      </ReportProvider>
    )
  }
  if (error) return <NoReport error={error} onRetry={() => void refetch()} />
  return (
    <div className="report-waiting">
      <ReportGlance id={id} />
      <p role="status">{shell.loading}</p>
    </div>
  )
}

/** What the list told of it already, until the rest is there. */
function ReportGlance({ id }: { readonly id: number }) {
  const client = useQueryClient()
  const row = useMemo(
    () =>
      client
        .getQueriesData<SignalPage>({ queryKey: ['signals', 'page'] })
        .flatMap(([, page]) => page?.results ?? [])
        .find((one) => one.id === id),
    [client, id],
  )
  if (!row) return null
  return (
    <>
      <p className="report__title">
        {row.id_display}
        <PriorityMark priority={row.priority.priority} />
        <StatusBadge state={row.status.state} />
      </p>
      <p className="report__subtitle">{[row.category.sub, streetOf(row)].filter(Boolean).join(' · ')}</p>
      <p className="report__words">{row.text}</p>
    </>
  )
}

interface NoReportProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Why there is nothing to see: no such report, no right, or no answer. */
function NoReport({ error, onRetry }: NoReportProps) {
  const messages = useMessages()
  const { report, shell } = messages
  const status = error instanceof RequestRefused ? error.status : undefined
  const link = (
    <Paragraph>
      <Link className="nl-link" to="/incidents">
        {shell.toOverview}
      </Link>
    </Paragraph>
  )
  if (status === 404 || status === 403) {
    const isMissing = status === 404
    return (
      <Stack>
        <PageHeading title={isMissing ? report.notFoundTitle : report.forbiddenTitle} />
        <Paragraph>{isMissing ? report.notFoundText : report.forbiddenText}</Paragraph>
        {link}
      </Stack>
    )
  }
  return (
    <Stack>
      <PageHeading title={report.failed} />
      <Alert kind="error" role="alert">
        <Paragraph>{presentFailure(error, messages)}</Paragraph>
        <Button onClick={onRetry}>{shell.tryAgain}</Button>
      </Alert>
      {link}
    </Stack>
  )
}
