import { isClosedStatus, isStatusCode } from '@signalen/domain'
import { Button, Heading } from '@signalen/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useDuplicates, useRelations } from '../../api/signals.ts'
import { StatusBadge } from '../../components/badges.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { RelateDialog } from '../relations/RelateDialog.tsx'
import { useReport } from '../report-context.tsx'

/** Open reports that are probably about the same, and why that is thought. */
export function DuplicatesSection() {
  const { language, messages } = useLanguage()
  const { duplicates: texts } = messages.forms
  const { signal } = useReport()
  const { may } = useRights()
  const { state } = signal.status
  const isOpen = isStatusCode(state) && !isClosedStatus(state)
  const [other, setOther] = useState<number>()
  const related = new Set(useRelations(signal.id).data?.results.map((one) => one.signal.id))
  const likely = useDuplicates(signal.id, may('signal.duplicates') && isOpen).data?.results ?? []
  const found = likely.filter(({ id }) => !related.has(id))
  if (found.length === 0) return null
  return (
    <section className="panel panel--attention" aria-labelledby="duplicates">
      <Heading level={2} look={4} id="duplicates">
        {texts.title}
      </Heading>
      <p className="fact__note">{texts.hint}</p>
      <ul className="compact-list">
        {found.map((one) => (
          <li key={one.id} className="compact-list__item">
            <Link className="nl-link" to={`/incident/${one.id}`}>
              {one.id_display}
            </Link>
            <StatusBadge state={one.status.state} />
            <span>{texts.metres(one.distance)}</span>
            <span>{formatShortDateTime(one.created_at, language)}</span>
            <p className="compact-list__text">
              {one.text}
              <small className="fact__note"> {one.reason[language]}</small>
            </p>
            {may('signal.relate') && (
              <Button aria-haspopup="dialog" onClick={() => setOther(one.id)}>
                {messages.relations.same(one.id_display)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {other !== undefined && <RelateDialog other={other} onClose={() => setOther(undefined)} />}
    </section>
  )
}
