import type { RetentionDueAnswer } from '@signalen/contract'
import { Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../api/request.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

/** What the terms of keeping do tomorrow, by number. */
export function RetentionPart() {
  const { municipality: texts } = useMessages()
  const { data } = useQuery({
    queryKey: ['retention'],
    queryFn: () => read<RetentionDueAnswer>(`${PRIVATE}/retention/due`),
  })
  if (!data) return null
  const { anonymised, destroyed } = data
  const gone = destroyed.signal_ids.length
  return (
    <section className="category-part" aria-labelledby="tomorrow">
      <Heading level={2} look={4} id="tomorrow">
        {texts.tomorrow}
      </Heading>
      <Paragraph>{texts.tomorrowIntro}</Paragraph>
      <Paragraph>{texts.anonymised(anonymised.count)}</Paragraph>
      <Numbers label={texts.which} ids={anonymised.signal_ids} />
      <Paragraph>
        {destroyed.is_on ? texts.destroyed(gone, destroyed.is_capped) : texts.destroyedOff(gone)}
      </Paragraph>
      <Numbers label={texts.which} ids={destroyed.signal_ids} />
    </section>
  )
}

function Numbers({ label, ids }: { readonly label: string; readonly ids: readonly number[] }) {
  if (ids.length === 0) return null
  return (
    <details>
      <summary>{label}</summary>
      <ul className="number-list">
        {ids.map((id) => (
          <li key={id}>
            <Link className="nl-link" to={`/incident/${id}`}>
              {id}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
