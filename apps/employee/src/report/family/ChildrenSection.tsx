import type { SignalDetail } from '@signalen/contract'
import { Button, Heading } from '@signalen/ui'
import { Link } from 'react-router'
import { useChildren } from '../../api/signals.ts'
import { StatusBadge } from '../../components/badges.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** The parts that a report was split into, and what happened to them since. */
export function ChildrenSection() {
  const { language, messages } = useLanguage()
  const { report, forms, overview } = messages
  const { signal, kind, save } = useReport()
  const { may, user } = useRights()
  const parts = useChildren(signal.id, kind === 'parent').data?.results ?? []
  if (kind !== 'parent') return null
  const hasChanged = parts.some((part) => part.updated_at > signal.updated_at)
  function markSeen() {
    const note = { text: forms.parts.noAction, created_by: user?.email ?? null }
    void save({
      what: report.fields.note,
      body: { notes: [{ text: note.text }] },
      expect: (one: SignalDetail) => ({ ...one, notes: [note, ...one.notes] }),
      present: (one) => one.notes.map((each) => each.text).join('\n'),
      onlyAdds: true,
    })
  }
  return (
    <section aria-labelledby="parts">
      <Heading level={2} look={4} id="parts">
        {report.parts}
      </Heading>
      <ul className="compact-list">
        {parts.map((part) => (
          <li key={part.id} className="compact-list__item">
            {part.can_view_signal ? (
              <Link className="nl-link" to={`/incident/${part.id}`}>
                {overview.open(part.id)}
              </Link>
            ) : (
              <strong>{overview.open(part.id)}</strong>
            )}
            <span>
              {part.category.sub} ({part.category.departments})
            </span>
            <StatusBadge state={part.status.state} />
            <span>{formatShortDateTime(part.updated_at, language)}</span>
            {part.updated_at > signal.updated_at && (
              <span className="status status--attention">{forms.parts.changedSince}</span>
            )}
          </li>
        ))}
      </ul>
      {hasChanged && may('signal.addNote') && (
        <p className="panel__text">
          <Button onClick={markSeen}>{forms.parts.noAction}</Button> <small>{forms.parts.noActionHint}</small>
        </p>
      )}
    </section>
  )
}
