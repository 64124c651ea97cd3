import type { BackgroundJobsAnswer } from '@signalen/contract'
import { Button, Paragraph } from '@signalen/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage, useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { Part, PartTable } from '../suggestion/Part.tsx'

const POLL = 10_000
const PATH = `${PRIVATE}/background-jobs`

/** Work of the queue: what failed for good and may be done again, and what runs or waits. */
export function JobsPart() {
  const { data, error } = useQuery({
    queryKey: ['jobs'],
    queryFn: () => read<BackgroundJobsAnswer>(PATH),
    refetchInterval: POLL,
  })
  if (error) return <LoadFailure error={error} />
  if (!data) return null
  return (
    <>
      <FailedPart jobs={data} />
      <RunningPart jobs={data} />
    </>
  )
}

type Failed = BackgroundJobsAnswer['failed'][number]

function FailedPart({ jobs }: { readonly jobs: BackgroundJobsAnswer }) {
  const { operations: texts } = useMessages()
  const { may } = useRights()
  const settle = useSettle()
  return (
    <Part title={texts.failedTitle}>
      <Paragraph>{jobs.failed.length === 0 ? texts.noFailed : texts.failedIntro}</Paragraph>
      {jobs.failed_count > jobs.failed.length && <Paragraph>{texts.failedMore(jobs.failed_count)}</Paragraph>}
      {settle.error !== null && <LoadFailure error={settle.error} />}
      {jobs.failed.length > 0 && (
        <PartTable
          label={texts.table(texts.failedTitle)}
          headers={[texts.job, texts.failedAt, texts.why, ...(may('job.settle') ? [texts.settle] : [])]}
        >
          {jobs.failed.map((job) => (
            <FailedRow
              key={job.id}
              job={job}
              isBusy={settle.isPending}
              onSettle={may('job.settle') ? (way) => settle.mutate({ id: job.id, way }) : undefined}
            />
          ))}
        </PartTable>
      )}
    </Part>
  )
}

type Way = 'retry' | 'drop'

function useSettle() {
  const { operations: texts } = useMessages()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, way }: { readonly id: string; readonly way: Way }) =>
      way === 'retry'
        ? read<unknown>(`${PATH}/${id}/retry`, { method: 'POST' })
        : read<unknown>(`${PATH}/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { way }) => announce(way === 'retry' ? texts.retried : texts.dropped),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

interface FailedRowProps {
  readonly job: Failed
  readonly isBusy: boolean
  readonly onSettle: ((way: Way) => void) | undefined
}

function FailedRow({ job, isBusy, onSettle }: FailedRowProps) {
  const { language, messages } = useLanguage()
  const { operations: texts, settings } = messages
  const [isSure, setIsSure] = useState(false)
  const when = formatDateTime(job.failed_at, language)
  const name = texts.jobs(job.name)
  return (
    <tr>
      <th scope="row">
        {name}
        <About about={job.about} />
      </th>
      <td>
        {when}
        <small className="fact__note"> {texts.attempts(job.attempts)}</small>
      </td>
      <td>
        {texts.causes[job.cause]}
        {job.reason !== '' && <code className="settings__code settings__said">{job.reason}</code>}
      </td>
      {onSettle && (
        <td>
          {isSure && <p>{texts.dropSure}</p>}
          <span className="signalen-actions">
            {!isSure && (
              <Button
                purpose="subtle"
                aria-label={texts.againFor(name, when)}
                disabled={isBusy}
                onClick={() => onSettle('retry')}
              >
                {texts.again}
              </Button>
            )}
            <Button
              purpose={isSure ? 'secondary' : 'subtle'}
              aria-label={texts.dropFor(name, when)}
              disabled={isBusy}
              onClick={() => (isSure ? onSettle('drop') : setIsSure(true))}
            >
              {texts.drop}
            </Button>
            {isSure && (
              <Button purpose="subtle" onClick={() => setIsSure(false)}>
                {settings.cancel}
              </Button>
            )}
          </span>
        </td>
      )}
    </tr>
  )
}

/** A report can be gone to; of all else the number is told. */
function About({ about }: { readonly about: Failed['about'] }) {
  const { operations: texts } = useMessages()
  const { signalId, ...others } = about
  const rest = Object.entries(others).filter(([name]) => name !== 'userId' && name !== 'state')
  return (
    <small className="fact__note">
      {signalId !== undefined && (
        <>
          {' '}
          <Link className="nl-link" to={`/incident/${signalId}`}>
            {texts.signal(String(signalId))}
          </Link>
        </>
      )}
      {rest.map(([name, value]) => ` ${name.replace(/Id$/, '')} ${value}`).join(',')}
    </small>
  )
}

function RunningPart({ jobs }: { readonly jobs: BackgroundJobsAnswer }) {
  const { operations: texts } = useMessages()
  const isEmpty = jobs.running.length + jobs.waiting.length === 0
  return (
    <Part title={texts.runningTitle}>
      {isEmpty && <Paragraph>{texts.noRunning}</Paragraph>}
      {!isEmpty && (
        <PartTable label={texts.table(texts.runningTitle)} headers={[texts.job, texts.state, texts.since]}>
          {jobs.running.map(({ id, name, about, seconds }) => (
            <tr key={id}>
              <th scope="row">
                {texts.jobs(name)}
                <About about={about} />
              </th>
              <td>{texts.runs}</td>
              <td>{texts.age(seconds)}</td>
            </tr>
          ))}
          {jobs.waiting.map(({ name, waiting, retrying, oldest_seconds: oldest }) => (
            <tr key={name}>
              <th scope="row">{texts.jobs(name)}</th>
              <td>
                {[
                  ...(waiting > 0 ? [texts.waits(waiting)] : []),
                  ...(retrying > 0 ? [texts.retries(retrying)] : []),
                ].join(', ')}
              </td>
              <td>{texts.age(oldest)}</td>
            </tr>
          ))}
        </PartTable>
      )}
    </Part>
  )
}
