import type { SuggestionReportAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { presentFailure } from '../../api/failure-text.ts'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { describeAge } from './describe-age.ts'
import { useReportRequest } from './suggestion-api.ts'

interface ReportAgeProps {
  readonly report: SuggestionReportAnswer
  readonly isAsked: boolean
  readonly onAsked: () => void
}

/** How old the figures are, and the way to newer ones, which are made while people work on. */
export function ReportAge({ report, isAsked, onAsked }: ReportAgeProps) {
  const { language, messages } = useLanguage()
  const texts = messages.suggestions.report
  const { may } = useRights()
  const request = useReportRequest()
  const isBusy = isAsked || report.is_being_made
  return (
    <>
      {report.made_at && (
        <Paragraph>
          {texts.madeAt(
            formatDateTime(report.made_at, language),
            describeAge(report.made_at, { language, now: new Date() }),
          )}{' '}
          {isOfAnother(report) && texts.ofAnother}
        </Paragraph>
      )}
      {!report.made_at && !isBusy && <Paragraph>{texts.notMade}</Paragraph>}
      {request.error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(request.error, messages)}</Paragraph>
        </Alert>
      )}
      {report.last_failed && !isAsked && (
        <Alert kind="warning">
          <Paragraph>{texts.failedRun}</Paragraph>
        </Alert>
      )}
      <p role="status">{isBusy ? texts.busy : ''}</p>
      {may('suggestionReport.request') && (
        <Actions>
          <Button
            purpose="secondary"
            disabled={isBusy || request.isPending}
            onClick={() => request.mutate(undefined, { onSuccess: onAsked })}
          >
            {report.made_at ? texts.again : texts.make}
          </Button>
        </Actions>
      )}
    </>
  )
}

function isOfAnother({ in_use, made_of }: SuggestionReportAnswer): boolean {
  return made_of?.kind !== in_use.kind || made_of.version !== in_use.version
}
