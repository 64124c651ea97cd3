import { isExtraProperties, presentAnswers } from '@signalen/domain'
import { Heading, SummaryList } from '@signalen/ui'
import { formatDateTime } from '../language/dates.ts'
import { useLanguage } from '../language/language-context.tsx'
import { DangerNotice } from './facts/SuggestionSection.tsx'
import { useReport } from './report-context.tsx'

/** What the reporter wrote and answered. */
export function ReportText() {
  const { language, messages } = useLanguage()
  const { report } = messages
  const { signal } = useReport()
  const answers = isExtraProperties(signal.extra_properties)
    ? presentAnswers(signal.extra_properties)
    : new Map()
  return (
    <section className="report__text" aria-label={report.text}>
      <p className="report__words">{signal.text}</p>
      <DangerNotice />
      {signal.text_extra && (
        <>
          <Heading level={2} look={4}>
            {report.textExtra}
          </Heading>
          <p className="report__words">{signal.text_extra}</p>
        </>
      )}
      <p className="report__moment">
        {report.incidentDate} {formatDateTime(signal.incident_date_start, language)}
        {signal.incident_date_end && ` ${report.until} ${formatDateTime(signal.incident_date_end, language)}`}
      </p>
      {answers.size > 0 && (
        <>
          <Heading level={2} look={4}>
            {report.answers}
          </Heading>
          <SummaryList
            rows={[...answers].map(([label, parts]) => ({ key: label, label, value: parts.join('\n') }))}
          />
        </>
      )}
    </section>
  )
}
