import type { RegisterEntryAnswer } from '@signalen/contract'
import { Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { TableFrame } from '../../components/TableFrame.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { PERSONS } from './person-api.ts'

const SHOWN_FINGERPRINT = 10

/** What was done about persons, by whom: without telling who they are. */
export function RegisterPart() {
  const { language, messages } = useLanguage()
  const { persons: texts, municipality } = messages
  const { data } = useQuery({
    queryKey: ['persons', 'register'],
    queryFn: () => read<Page<RegisterEntryAnswer>>(`${PERSONS}/register?page_size=50`),
  })
  if (!data) return null
  return (
    <section className="category-part" aria-labelledby="register">
      <Heading level={2} look={4} id="register">
        {texts.register}
      </Heading>
      <Paragraph>{data.count === 0 ? texts.registerEmpty : texts.registerIntro}</Paragraph>
      {data.count > 0 && (
        <TableFrame label={texts.register}>
          <table className="signals settings__table">
            <caption className="signalen-visually-hidden">{texts.register}</caption>
            <thead>
              <tr>
                <th scope="col">{municipality.when}</th>
                <th scope="col">{municipality.actor}</th>
                <th scope="col">{municipality.action}</th>
                <th scope="col">{texts.print}</th>
              </tr>
            </thead>
            <tbody>
              {data.results.map(({ id, occurred_at: at, actor, action, person }) => (
                <tr key={id}>
                  <td>{formatDateTime(at, language)}</td>
                  <td>{actor ?? municipality.system}</td>
                  <td>{texts.actions(action)}</td>
                  <td>
                    <code className="settings__code">{person?.slice(0, SHOWN_FINGERPRINT)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  )
}
