import { Alert, Button, Heading, Paragraph } from '@signalen/ui'
import { presentFailure } from '../api/failure-text.ts'
import { isFiltered, type ListQuery } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'

interface ListNoticeProps {
  readonly query: ListQuery
  readonly isLoading: boolean
}

/** Instead of a list: that it is on its way, or why there is none. */
export function ListNotice({ query, isLoading }: ListNoticeProps) {
  const { overview, shell } = useMessages()
  if (isLoading) {
    return (
      <div className="skeleton" role="status">
        <span className="signalen-visually-hidden">{shell.loading}</span>
        {Array.from({ length: 8 }, (_, line) => `line-${line}`).map((line) => (
          <span key={line} className="skeleton__line" />
        ))}
      </div>
    )
  }
  return (
    <div className="empty">
      <Heading level={2} look={3}>
        {overview.empty}
      </Heading>
      <Paragraph>{explain(query, overview)}</Paragraph>
    </div>
  )
}

function explain(query: ListQuery, texts: ReturnType<typeof useMessages>['overview']): string {
  if (query.words) return texts.emptySearch
  return isFiltered(query.filters) ? texts.emptyFiltered : texts.emptyAll
}

interface ListFailureProps {
  readonly error: unknown
  readonly onRetry: () => void
}

export function ListFailure({ error, onRetry }: ListFailureProps) {
  const messages = useMessages()
  return (
    <Alert kind="error" role="alert" title={messages.overview.failed}>
      <Paragraph>{presentFailure(error, messages)}</Paragraph>
      <Button onClick={onRetry}>{messages.shell.tryAgain}</Button>
    </Alert>
  )
}
