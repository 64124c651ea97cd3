import { type Deadlines, findPunctuality, isStatusCode } from '@signalen/domain'
import { classNames, VisuallyHidden } from '@signalen/ui'
import { countDays, formatDateTime } from '../language/dates.ts'
import { useLanguage, useMessages } from '../language/language-context.tsx'
import { StaffIcon } from './StaffIcon.tsx'

/** How far along a report is, by shade; the word says which. */
const STAGES: Readonly<Record<string, string>> = {
  m: 'new',
  reopened: 'new',
  'reopen requested': 'attention',
  'reaction received': 'attention',
  'send failed': 'attention',
  'closure requested': 'attention',
  o: 'closed',
  a: 'closed',
  s: 'closed',
}

export function useStatusLabel(): (state: string, fallback?: string) => string {
  const { labels } = useMessages()
  return (state, fallback) => (isStatusCode(state) ? labels.status[state] : (fallback ?? state))
}

export function StatusBadge({ state }: { readonly state: string }) {
  const label = useStatusLabel()
  return <span className={classNames('status', `status--${STAGES[state] ?? 'busy'}`)}>{label(state)}</span>
}

export function PriorityMark({ priority }: { readonly priority: string }) {
  const { overview } = useMessages()
  if (priority === 'normal') return null
  const isHigh = priority === 'high'
  return (
    <span className={classNames('priority', `priority--${isHigh ? 'high' : 'low'}`)}>
      <StaffIcon name={isHigh ? 'urgent' : 'down'} />
      <VisuallyHidden>{isHigh ? overview.urgent : overview.lowPriority}</VisuallyHidden>
    </span>
  )
}

export interface DeadlineProps {
  readonly state: string
  readonly deadline: string | null
  readonly deadlineFactor3: string | null
  readonly now?: Date
}

/** How a report stands against its term: in words, with a colour beside them. */
export function DeadlineBadge(props: DeadlineProps) {
  const { language } = useLanguage()
  const text = useDeadlineText(props)
  const punctuality = findDeadlineState(props)
  const title = props.deadline ? formatDateTime(props.deadline, language) : undefined
  return (
    <span
      className={classNames('deadline', punctuality !== null && `deadline--${punctuality}`)}
      title={title}
    >
      {punctuality && <StaffIcon name="clock" />}
      {text}
    </span>
  )
}

export function findDeadlineState({ state, deadline, deadlineFactor3, now = new Date() }: DeadlineProps) {
  const deadlines: Deadlines = {
    deadline: deadline === null ? null : new Date(deadline),
    deadlineFactor3: deadlineFactor3 === null ? null : new Date(deadlineFactor3),
  }
  return isStatusCode(state) ? findPunctuality(state, deadlines, now) : null
}

function useDeadlineText(props: DeadlineProps): string {
  const { overview } = useMessages()
  const { deadline, now = new Date() } = props
  const punctuality = findDeadlineState(props)
  if (deadline === null) return overview.noDeadline
  if (punctuality === null) return overview.closed
  const days = countDays(now, deadline)
  if (punctuality === 'on_time') return days === 0 ? overview.dueToday : overview.daysLeft(days)
  return days === 0 ? overview.lateToday : overview.late(-days)
}
