import { Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { read } from '../api/request.ts'
import type { HistoryLine } from '../api/wire.ts'
import { formatDateTime } from '../language/dates.ts'
import { useLanguage } from '../language/language-context.tsx'

/** Who changed what of something that is set up. */
export function ChangeHistory({ kind, path }: { readonly kind: string; readonly path: string }) {
  const { language, messages } = useLanguage()
  const { settings } = messages
  const { data } = useQuery({
    queryKey: [kind, 'history', path],
    queryFn: () => read<readonly HistoryLine[]>(path),
  })
  if (!data) return null
  return (
    <section className="history" aria-labelledby="changes">
      <Heading level={2} look={4} id="changes">
        {settings.history}
      </Heading>
      {data.length === 0 && <Paragraph>{settings.historyEmpty}</Paragraph>}
      <ol className="history__lines">
        {data.map((line) => (
          <li key={line.identifier} className="settings__change">
            <p className="history__words">{line.action}</p>
            <p className="history__who">
              {formatDateTime(line.when, language)} · {line.who}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
