import { Button, Heading } from '@signalen/ui'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useNearSignals, useSignalContext } from '../../api/signals.ts'
import { StatusBadge } from '../../components/badges.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { LazySignalsMap } from '../../map/LazyMap.tsx'
import { useReport } from '../report-context.tsx'

/** Reports of the same category close by: perhaps about the same thing. */
export function NearbySection() {
  const { report, forms } = useLanguage().messages
  const { signal } = useReport()
  const count = useSignalContext(signal.id).data?.near.signal_count
  const [isOpen, setIsOpen] = useState(false)
  if (count === undefined) return null
  return (
    <section className="panel" aria-labelledby="nearby">
      <Heading level={2} look={4} id="nearby">
        {report.nearby}
      </Heading>
      <p className="panel__text">{count === 0 ? forms.nearby.none : forms.nearby.count(count)}</p>
      {count > 0 && (
        <div className="panel__buttons">
          <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
            {forms.nearby.show}
          </Button>
        </div>
      )}
      {isOpen && <NearbyDialog onClose={() => setIsOpen(false)} />}
    </section>
  )
}

function NearbyDialog({ onClose }: { readonly onClose: () => void }) {
  const { language, messages } = useLanguage()
  const { forms, overview } = messages
  const { signal } = useReport()
  const navigate = useNavigate()
  const features = useNearSignals(signal.id, true).data?.features ?? []
  return (
    <Dialog title={forms.nearby.title} onClose={onClose} className="dialog--wide">
      <p className="panel__text">{forms.nearby.hint}</p>
      <LazySignalsMap
        label={forms.nearby.map}
        features={features}
        onOpen={(id) => void navigate(`/incident/${id}`)}
        className="map map--picker"
      />
      <ul className="compact-list">
        {features.map(({ properties }) => (
          <li key={properties.id} className="compact-list__item">
            <Link className="nl-link" to={`/incident/${properties.id}`}>
              {overview.open(properties.id)}
            </Link>
            <StatusBadge state={properties.status.state} />
            <span>{formatShortDateTime(properties.created_at, language)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
