import type { PersonFoundAnswer } from '@signalen/contract'
import { Heading, Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { useMessages } from '../../language/language-context.tsx'

/** All places where something about the person stands. */
export function FoundPart({ found }: { readonly found: PersonFoundAnswer }) {
  const { persons: texts } = useMessages()
  return (
    <section className="category-part" aria-labelledby="found">
      <Heading level={2} look={4} id="found">
        {texts.found}
      </Heading>
      <div role="status">
        <ul>
          <li>{texts.reports(found.signal_count)}</li>
          <li>{texts.mails(found.mail_count)}</li>
          <li>{texts.subscriptions(found.subscription_count)}</li>
          {found.is_employee && <li>{texts.isEmployee}</li>}
          {found.earlier.length > 0 && <li>{texts.earlier(found.earlier.length)}</li>}
        </ul>
      </div>
      <ul className="number-list">
        {found.signal_ids.map((id) => (
          <li key={id}>
            <Link className="nl-link" to={`/incident/${id}`}>
              {id}
            </Link>
          </li>
        ))}
      </ul>
      {found.mentions.length > 0 && (
        <>
          <Paragraph>{texts.mentions}</Paragraph>
          <ul className="plain-lines">
            {found.mentions.map(({ place, id, signal_id: signalId, excerpt }) => (
              <li key={`${place} ${id} ${excerpt}`}>
                {signalId !== null && (
                  <Link className="nl-link" to={`/incident/${signalId}`}>
                    {signalId}
                  </Link>
                )}{' '}
                {excerpt}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
