import type { OutsideServiceAnswer } from '@signalen/contract'
import { Paragraph } from '@signalen/ui'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { Part, PartTable } from '../suggestion/Part.tsx'
import { useOutsideServices } from './outside-services.ts'

/** The services outside, and whether they answer. */
export function ServicesPart() {
  const { operations: texts } = useLanguage().messages
  const { data, error } = useOutsideServices()
  if (error) return <LoadFailure error={error} />
  if (!data) return null
  return (
    <Part title={texts.servicesTitle}>
      <Paragraph>{data.length === 0 ? texts.noServices : texts.servicesIntro}</Paragraph>
      {data.length > 0 && (
        <PartTable
          label={texts.table(texts.servicesTitle)}
          headers={[texts.service, texts.state, texts.lastSuccess, texts.lastFailure]}
        >
          {data.map((service) => (
            <ServiceRow key={service.name} service={service} />
          ))}
        </PartTable>
      )}
    </Part>
  )
}

function ServiceRow({ service }: { readonly service: OutsideServiceAnswer }) {
  const { language, messages } = useLanguage()
  const { operations: texts } = messages
  const { name, state, is_resting: isResting, last_success: success, last_failure: failure, cause } = service
  const isWrong = state === 'down' || state === 'shaky'
  return (
    <tr>
      <th scope="row">{texts.services(name)}</th>
      <td>
        <span className={isWrong ? 'status status--attention' : undefined}>{texts.states[state]}</span>
        {isResting && <small className="fact__note"> {texts.resting}</small>}
      </td>
      <td>{success ? formatDateTime(success, language) : texts.none}</td>
      <td>
        {failure ? formatDateTime(failure, language) : texts.none}
        {cause && <small className="fact__note"> {texts.causes[cause]}</small>}
      </td>
    </tr>
  )
}
