import {
  Actions,
  Alert,
  Button,
  DataBadge,
  ErrorSummary,
  formatMoment,
  Heading,
  Link,
  Paragraph,
  type ReportLanguage,
  RichText,
  Stack,
  SummaryList,
  TextField,
} from '@signalen/ui'
import type { MyReport, MyReportDetail } from '../api/my-reports.ts'
import type { Messages } from '../messages/messages.ts'
import type { MapConfig } from '../options.ts'
import { MapOfReports } from './MapOfReports.tsx'

export interface MyReportsLinkPageProps {
  readonly email: string
  readonly error: string | undefined
  readonly notice?: { readonly expiredTitle: string; readonly expired: string }
  readonly messages: Messages
}

/** Where the link is asked for. */
export function MyReportsLinkPage({ email, error, notice, messages }: MyReportsLinkPageProps) {
  const text = messages.myReports
  const errors = error ? [{ fieldId: 'email', message: error }] : []
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.title}
      </Heading>
      <ErrorSummary title={messages.errorSummary(errors.length)} errors={errors} />
      {notice && (
        <Alert kind="warning" title={notice.expiredTitle}>
          <Paragraph>{notice.expired}</Paragraph>
        </Alert>
      )}
      <Paragraph lead>{text.lead}</Paragraph>
      <form method="post" action="/mijn-meldingen" noValidate>
        <Stack>
          <TextField
            id="email"
            name="_email"
            type="email"
            label={text.email}
            error={error}
            defaultValue={email}
            autoComplete="email"
            required
          />
          <Actions>
            <Button type="submit" purpose="primary">
              {notice ? text.again : text.send}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Stack>
  )
}

interface ReadingProps {
  readonly messages: Messages
  readonly language: ReportLanguage
}

interface MyReportsPageProps extends ReadingProps {
  readonly reports: readonly MyReport[]
  readonly map: MapConfig
  /** Where a script finds where they are. */
  readonly points: string
}

export function MyReportsPage({ reports, messages, language, map, points }: MyReportsPageProps) {
  const text = messages.myReports
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.title}
      </Heading>
      <Paragraph>{reports.length === 0 ? text.none : text.listLabel(reports.length)}</Paragraph>
      {reports.length > 0 && (
        <MapOfReports map={map} points={points} messages={messages} language={language} />
      )}
      <ul className="citizen-reports">
        {reports.map((report) => (
          <li key={report.uuid} className="citizen-reports__item">
            <div className="citizen-review-section__head">
              <Heading level={2} look={3}>
                <Link href={`/mijn-meldingen/melding/${report.uuid}`}>{report.number}</Link>
              </Heading>
              <DataBadge>{report.status}</DataBadge>
            </div>
            <Paragraph>
              {text.date} {formatMoment(report.createdAt, language)}
            </Paragraph>
            <Paragraph className="citizen-reports__text">{report.text}</Paragraph>
          </li>
        ))}
      </ul>
      <form method="post" action="/mijn-meldingen/overzicht">
        <Button type="submit">{text.signOut}</Button>
      </form>
    </Stack>
  )
}

export function MyReportPage({
  report,
  messages,
  language,
}: ReadingProps & { readonly report: MyReportDetail }) {
  const text = messages.myReports
  return (
    <Stack>
      <Link href="/mijn-meldingen/overzicht">{text.back}</Link>
      <Heading level={1} id="titel" tabIndex={-1}>
        {report.number}
      </Heading>
      <SummaryList
        rows={[
          { key: 'status', label: text.status, value: <DataBadge>{report.status}</DataBadge> },
          { key: 'date', label: text.date, value: formatMoment(report.createdAt, language) },
          { key: 'place', label: text.place, value: report.place || messages.place.chosenPin },
          { key: 'text', label: text.text, value: report.text },
        ]}
      />
      {report.photos.length > 0 && (
        <Stack tight>
          <Heading level={2}>{text.photos}</Heading>
          <ul className="citizen-photos">
            {report.photos.map((photo, index) => (
              <li key={photo.href} className="citizen-photos__item">
                <a href={photo.href}>
                  <img
                    className="citizen-photos__picture"
                    src={photo.href}
                    alt={photo.caption || text.photo(index + 1)}
                    loading="lazy"
                  />
                </a>
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {report.history.length > 0 && (
        <Stack tight>
          <Heading level={2}>{text.history}</Heading>
          <ol className="citizen-history">
            {report.history.map((line) => (
              <li key={`${line.when.getTime()} ${line.action}`}>
                <Paragraph>
                  <time dateTime={line.when.toISOString()}>{formatMoment(line.when, language)}</time>
                </Paragraph>
                <Paragraph>
                  <strong>{line.action}</strong>
                </Paragraph>
                {line.description && <RichText text={line.description} />}
              </li>
            ))}
          </ol>
        </Stack>
      )}
    </Stack>
  )
}
