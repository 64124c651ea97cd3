import { isMailTemplateKey } from '@signalen/domain'
import { Heading } from '@signalen/ui'
import { useState } from 'react'
import { useSignalMails } from '../../api/signals.ts'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { MailDialog } from '../../settings/mail/MailDialog.tsx'
import { useReport } from '../report-context.tsx'

/** What was written about this report, to whom, and whether it went out. */
export function MailsSection() {
  const { language, messages } = useLanguage()
  const { report, settings } = messages
  const { signal } = useReport()
  const { may } = useRights()
  const mails = useSignalMails(signal.id, may('mail.list')).data?.results ?? []
  const [viewed, setViewed] = useState<number>()
  if (mails.length === 0) return null
  return (
    <section className="panel" aria-labelledby="mails">
      <Heading level={2} look={4} id="mails">
        {report.mails}
      </Heading>
      <ul className="compact-list">
        {mails.map((mail) => (
          <li key={mail.id} className="compact-list__item">
            <button
              type="button"
              className="text-button"
              aria-haspopup="dialog"
              onClick={() => setViewed(mail.id)}
            >
              {isMailTemplateKey(mail.template) ? settings.mail.keys[mail.template] : mail.template}
            </button>
            <span className={`status status--${mail.state === 'failed' ? 'attention' : 'closed'}`}>
              {settings.mail.states[mail.state]}
            </span>
            <span>{formatShortDateTime(mail.created_at, language)}</span>
          </li>
        ))}
      </ul>
      {viewed !== undefined && <MailDialog id={viewed} onClose={() => setViewed(undefined)} />}
    </section>
  )
}
