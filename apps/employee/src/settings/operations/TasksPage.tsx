import { Button, Paragraph } from '@signalen/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage, useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { Part, PartTable } from '../suggestion/Part.tsx'
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

/** Whether the system works well: the services outside, what failed, and what is done by itself. */
export function Component() {
  const { municipality: texts } = useMessages()
  const { may } = useRights()
  return (
    <>
      <PageHeading title={texts.tasksTitle} />
      <ServicesPart />
      {may('job.read') && <JobsPart />}
      {may('task.read') && <TasksPart />}
    </>
  )
}

/** What is done by itself, what came of it, and doing it again by hand. */
function TasksPart() {
  const { municipality: texts, operations } = useMessages()
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
  const failure = error ?? run.error
  return (
    <Part title={operations.clockTitle}>
      <Paragraph>{texts.tasksIntro}</Paragraph>
      {failure !== null && <LoadFailure error={failure} />}
      <PartTable
        label={operations.table(operations.clockTitle)}
        headers={[texts.task, texts.last, texts.outcome(''), ...(may('task.run') ? [texts.run] : [])]}
      >
        {data?.map((task) => (
          <TaskRow
            key={task.name}
            task={task}
            isBusy={run.isPending}
            onRun={may('task.run') ? () => run.mutate(task.name) : undefined}
          />
        ))}
      </PartTable>
    </Part>
  )
}

interface TaskRowProps {
  readonly task: Task
  readonly isBusy: boolean
  readonly onRun: (() => void) | undefined
}

function TaskRow({ task: { does, last_run: last }, isBusy, onRun }: TaskRowProps) {
  const { language, messages } = useLanguage()
  const { municipality: texts } = messages
  return (
    <tr>
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
      {onRun && (
        <td className="settings__once">
          <Button purpose="subtle" aria-label={texts.runNow(does)} disabled={isBusy} onClick={onRun}>
            {texts.run}
          </Button>
        </td>
      )}
    </tr>
  )
}

function describe(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
}
