import { Link } from 'react-router'
import { useReporterSignals } from '../../api/signals.ts'
import type { ReporterSignal } from '../../api/wire.ts'
import { StatusBadge } from '../../components/badges.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'

export function ReporterSignalsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shell, forms } = useLanguage().messages
  const { signal } = useReport()
  const { data } = useReporterSignals(signal.id, true)
  return (
    <Dialog title={forms.reporter.allOf} onClose={onClose}>
      {!data && <p role="status">{shell.loading}</p>}
      <ul className="compact-list">
        {data?.results.map((one) => (
          <ReporterSignalItem key={one.id} signal={one} isCurrent={one.id === signal.id} />
        ))}
      </ul>
    </Dialog>
  )
}

interface ItemProps {
  readonly signal: ReporterSignal
  readonly isCurrent: boolean
}

function ReporterSignalItem({ signal, isCurrent }: ItemProps) {
  const { language, messages } = useLanguage()
  const { forms, overview } = messages
  const title = overview.open(signal.id)
  return (
    <li className="compact-list__item">
      {signal.can_view_signal && !isCurrent ? (
        <Link className="nl-link" to={`/incident/${signal.id}`}>
          {title}
        </Link>
      ) : (
        <strong>{title}</strong>
      )}
      <span>{signal.category.sub}</span>
      <StatusBadge state={signal.status.state} />
      <span>{formatShortDateTime(signal.created_at, language)}</span>
      {signal.feedback && <span>{describeFeedback(signal.feedback, forms.reporter.feedback)}</span>}
      {!signal.can_view_signal && <small>{forms.reporter.hidden}</small>}
    </li>
  )
}

function describeFeedback(
  feedback: NonNullable<ReporterSignal['feedback']>,
  texts: { readonly yes: string; readonly no: string; readonly asked: string },
): string {
  if (feedback.submitted_at === null) return texts.asked
  return feedback.is_satisfied ? texts.yes : texts.no
}
