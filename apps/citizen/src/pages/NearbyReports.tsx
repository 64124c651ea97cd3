import {
  Alert,
  formatDay,
  InLanguage,
  Link,
  Paragraph,
  type ReportLanguage,
  VisuallyHidden,
} from '@signalen/ui'
import type { NearbyReport } from '../api/nearby-reports.ts'
import type { Messages } from '../messages/messages.ts'

interface NearbyReportsProps {
  readonly reports: readonly NearbyReport[]
  readonly messages: Messages
  readonly language: ReportLanguage
}

/** What others reported there already, each to be followed instead. It asks nothing, so it is never in the way. */
export function NearbyReports({ reports, messages, language }: NearbyReportsProps) {
  const text = messages.nearby
  if (reports.length === 0) return null
  return (
    <Alert kind="info" title={text.title}>
      <Paragraph>{text.lead}</Paragraph>
      <ul className="citizen-nearby" data-nearby="">
        {reports.map(({ category, lang, reportedOn, withinMeters, reference }, index) => (
          <li key={reference || index}>
            <InLanguage lang={lang}>{category}</InLanguage>, {text.since(formatDay(reportedOn, language))},{' '}
            {text.distance(withinMeters)}
            {reference && (
              <>
                {' '}
                <Link href={`/volgen/melding/${reference}`}>
                  {text.follow}
                  <VisuallyHidden>
                    : {category}, {text.since(formatDay(reportedOn, language))}
                  </VisuallyHidden>
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      <Paragraph>{text.otherwise}</Paragraph>
    </Alert>
  )
}
