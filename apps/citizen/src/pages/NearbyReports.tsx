import { Alert, formatDay, InLanguage, type Language, Paragraph } from '@signalen/ui'
import { type Messages, textLangFor } from '../messages/messages.ts'
import type { NearbyReport } from '../routes/nearby-reports.ts'

interface NearbyReportsProps {
  readonly reports: readonly NearbyReport[]
  readonly messages: Messages
  readonly language: Language
}

/** What others reported there already. It asks nothing, so it is never in the way. */
export function NearbyReports({ reports, messages, language }: NearbyReportsProps) {
  const text = messages.nearby
  if (reports.length === 0) return null
  return (
    <Alert kind="info" title={text.title}>
      <Paragraph>{text.lead}</Paragraph>
      <ul data-nearby="">
        {reports.map(({ category, createdAt, meters, longitude, latitude }) => (
          <li key={`${createdAt.getTime()} ${longitude} ${latitude}`}>
            <InLanguage lang={textLangFor(language)}>{category}</InLanguage>,{' '}
            {text.since(formatDay(createdAt, language))}, {text.distance(roundMeters(meters))}
          </li>
        ))}
      </ul>
      <Paragraph>{text.otherwise}</Paragraph>
    </Alert>
  )
}

/** In tens: the place of a report is not known more exactly. */
function roundMeters(meters: number): number {
  return Math.max(10, Math.round(meters / 10) * 10)
}
