import { Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { read } from '../api/request.ts'
import type { HistoryLine } from '../api/wire.ts'
import { formatDateTime } from '../language/dates.ts'
import { useLanguage } from '../language/language-context.tsx'

interface ChangeHistoryProps {
  readonly kind: string
  readonly path: string
  /** How the words of a line are shown, where they name something by its key. */
  readonly present?: (words: string) => string
}

/** Who changed what of something that is set up. */
export function ChangeHistory({ kind, path, present = (words) => words }: ChangeHistoryProps) {
  const id = useId()
  const { language, messages } = useLanguage()
  const { settings } = messages
  const { data } = useQuery({
    queryKey: [kind, 'history', path],
    queryFn: () => read<readonly HistoryLine[]>(path),
  })
  if (!data) return null
  return (
    <section className="history" aria-labelledby={id}>
      <Heading level={2} look={4} id={id}>
        {settings.history}
      </Heading>
      {data.length === 0 && <Paragraph>{settings.historyEmpty}</Paragraph>}
      <ol className="history__lines">
        {data.map((line) => (
          <li key={line.identifier} className="settings__change">
            <p className="history__words">{present(line.action)}</p>
            <p className="history__who">
              {formatDateTime(line.when, language)} · {line.who}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
