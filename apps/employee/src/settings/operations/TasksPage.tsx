import { Button, Paragraph } from '@signalen/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsList } from '../SettingsList.tsx'
import { JobsPart } from './JobsPart.tsx'
import { ServicesPart } from './ServicesPart.tsx'

interface Task {
  readonly name: string
  readonly does: string
  readonly cron: string
  readonly last_run: {
    readonly started_at: string
    readonly outcome: string
    readonly detail: Readonly<Record<string, unknown>>
  } | null
}

const POLL = 10_000

/** What is done by itself, what came of it, and doing it again by hand. */
export function Component() {
  const { language, messages } = useLanguage()
  const { municipality: texts } = messages
  const { may } = useRights()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['tasks'],
    queryFn: async () => (await read<Page<Task>>(`${PRIVATE}/background-tasks?page_size=100`)).results,
    refetchInterval: POLL,
  })
  const run = useMutation({
    mutationFn: (name: string) =>
      read<unknown>(`${PRIVATE}/background-tasks/${name}/run`, { method: 'POST' }),
    onSuccess: async () => {
      announce(texts.started)
      await client.invalidateQueries({ queryKey: ['tasks'] })
    },
  })
  return (
    <>
      <SettingsList
        title={texts.tasksTitle}
        error={error}
        count={data?.length}
        filters={
          <>
            <Paragraph>{texts.tasksIntro}</Paragraph>
            {run.error !== null && <LoadFailure error={run.error} />}
          </>
        }
        headers={[texts.task, texts.last, texts.outcome(''), ...(may('task.run') ? [texts.run] : [])]}
      >
        {data?.map(({ name, does, last_run: last }) => (
          <tr key={name}>
            <th scope="row">{does}</th>
            <td>{last ? formatDateTime(last.started_at, language) : texts.never}</td>
            <td>
              {last && (
                <span className={last.outcome === 'failed' ? 'status status--attention' : undefined}>
                  {texts.outcome(last.outcome)}
                </span>
              )}
              {last && <small className="fact__note"> {describe(last.detail)}</small>}
            </td>
            {may('task.run') && (
              <td>
                <Button
                  purpose="subtle"
                  aria-label={texts.runNow(does)}
                  disabled={run.isPending}
                  onClick={() => run.mutate(name)}
                >
                  {texts.run}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </SettingsList>
      <ServicesPart />
      {may('job.read') && <JobsPart />}
    </>
  )
}

function describe(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
}
