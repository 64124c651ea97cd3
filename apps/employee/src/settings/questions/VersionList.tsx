import type { QuestionDesignAnswer } from '@signalen/contract'
import type { WireQuestion } from '@signalen/domain'
import { Alert, Button, Heading, Paragraph } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { announce } from '../../components/announcer.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { readVersion } from './questions-api.ts'

interface VersionListProps {
  readonly design: QuestionDesignAnswer
  readonly canWrite: boolean
  readonly onLoad: (questions: readonly WireQuestion[]) => void
}

/** What was published before; one of these can be the start of a new draft. */
export function VersionList({ design, canWrite, onLoad }: VersionListProps) {
  const { language, messages } = useLanguage()
  const { questions: texts } = messages
  const { versions, category } = design
  const load = useMutation({
    mutationFn: (number: number) => readVersion(category.id, number),
    onSuccess: ({ questions }, number) => {
      onLoad(questions)
      announce(texts.loaded(number))
    },
  })
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions">
      <Heading level={2} look={4} id="versions">
        {texts.versions}
      </Heading>
      {load.error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(load.error, messages)}</Paragraph>
        </Alert>
      )}
      <ul className="question-versions">
        {versions.map((version) => (
          <li key={version.number}>
            <span>
              {texts.version(version.number)}: {texts.countOf(version.count)},{' '}
              {version.published_by
                ? texts.publishedBy(version.published_by, formatDateTime(version.published_at, language))
                : texts.before}
            </span>
            {canWrite && (
              <Button purpose="subtle" disabled={load.isPending} onClick={() => load.mutate(version.number)}>
                {texts.putBack(version.number)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
