import { Button, Heading, LANGUAGE_NAMES, Paragraph } from '@signalen/ui'
import { useState } from 'react'
import { useReporters, useSignalContext } from '../../api/signals.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { DialogProps } from '../dialogs.ts'
import { useReport } from '../report-context.tsx'
import { ContactDialog } from './ContactDialog.tsx'
import { PendingContact } from './PendingContact.tsx'
import { ReporterSignalsDialog } from './ReporterSignalsDialog.tsx'

/** Who reported it, as far as one may see, and what else they reported. */
export function ReporterSection({ dialog, onDialog }: DialogProps) {
  const { report, forms } = useMessages()
  const { signal } = useReport()
  const { may } = useRights()
  const texts = forms.reporter
  const canSee = may('reporter.list')
  const reporters = useReporters(signal.id, canSee).data?.results ?? []
  const pending = reporters.find(({ state }) => state === 'verification_email_sent' || state === 'new')
  const { email, phone, sharing_allowed: isShared, allows_contact: allowsContact, language } = signal.reporter
  return (
    <section className="panel" aria-labelledby="reporter">
      <Heading level={2} look={4} id="reporter">
        {report.reporter}
      </Heading>
      {email === '' && phone === '' ? (
        <p className="panel__text">{texts.none}</p>
      ) : (
        <dl className="facts">
          <ContactLine label={texts.phone} value={phone} scheme="tel:" />
          <ContactLine label={texts.email} value={email} scheme="mailto:" />
          <div className="fact">
            <dt className="fact__label">{texts.sharing}</dt>
            <dd className="fact__value">{isShared ? texts.sharingYes : texts.sharingNo}</dd>
          </div>
        </dl>
      )}
      {language && <p className="panel__text">{texts.language(LANGUAGE_NAMES[language])}</p>}
      {!canSee && (email !== '' || phone !== '') && <p className="fact__note">{texts.masked}</p>}
      {!allowsContact && <Paragraph>{texts.noContact}</Paragraph>}
      {pending && reporters.length > 1 && <PendingContact reporter={pending} />}
      <EarlierReports />
      {may('reporter.create') && (
        <div className="panel__buttons">
          <Button aria-haspopup="dialog" onClick={() => onDialog('contact')}>
            {texts.change}
          </Button>
        </div>
      )}
      {dialog === 'contact' && <ContactDialog onClose={() => onDialog(undefined)} />}
    </section>
  )
}

interface ContactLineProps {
  readonly label: string
  readonly value: string
  readonly scheme: 'tel:' | 'mailto:'
}

/** Stars stand for what one may not see, so there is nothing to call or to write to. */
function ContactLine({ label, value, scheme }: ContactLineProps) {
  if (value === '') return null
  return (
    <div className="fact">
      <dt className="fact__label">{label}</dt>
      <dd className="fact__value">
        {value.includes('*') ? (
          value
        ) : (
          <a className="nl-link" href={`${scheme}${value}`}>
            {value}
          </a>
        )}
      </dd>
    </div>
  )
}

function EarlierReports() {
  const { reporter: texts } = useMessages().forms
  const { signal } = useReport()
  const reporter = useSignalContext(signal.id).data?.reporter
  const [isOpen, setIsOpen] = useState(false)
  const others = (reporter?.signal_count ?? 0) - 1
  if (!reporter || others < 1) return null
  const details = [
    reporter.open_count > 0 && texts.open(reporter.open_count),
    reporter.negative_count > 0 && texts.negative(reporter.negative_count),
  ].filter(Boolean)
  return (
    <p className="panel__text">
      <button type="button" className="text-button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {texts.others(others)}
      </button>
      {details.length > 0 && ` (${details.join(', ')})`}
      {isOpen && <ReporterSignalsDialog onClose={() => setIsOpen(false)} />}
    </p>
  )
}
