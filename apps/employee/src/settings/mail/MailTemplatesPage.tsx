import { isMailTemplateKey } from '@signalen/domain'
import { LANGUAGE_NAMES } from '@signalen/ui'
import { Link } from 'react-router'
import { formatDate } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useMailTemplates } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'

export function Component() {
  const { language, messages } = useLanguage()
  const texts = messages.settings.mail
  const { data, error } = useMailTemplates()
  return (
    <SettingsList
      title={texts.templatesTitle}
      error={error}
      count={data?.length}
      headers={[texts.template, texts.subject, messages.settings.users.state]}
    >
      {data?.map(({ key, title, is_own: isOwn, updated_at: updatedAt, translations }) => (
        <tr key={key}>
          <th scope="row">
            <Link className="nl-link" to={`/instellingen/mailteksten/${key}`}>
              {isMailTemplateKey(key) ? texts.keys[key] : key}
            </Link>
          </th>
          <td>{title}</td>
          <td>
            {isOwn ? texts.own : texts.standard}
            {translations.length > 0 && (
              <small className="fact__note">
                {' '}
                {texts.alsoIn(translations.map((other) => LANGUAGE_NAMES[other]).join(', '))}
              </small>
            )}
            {updatedAt && <small className="fact__note"> {formatDate(updatedAt, language)}</small>}
          </td>
        </tr>
      ))}
    </SettingsList>
  )
}
