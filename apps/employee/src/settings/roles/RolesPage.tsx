import { Link } from 'react-router'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useRoles } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'

export function Component() {
  const { settings } = useMessages()
  const texts = settings.roles
  const { may } = useRights()
  const { data, error } = useRoles()
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data?.length}
      create={may('role.create') ? { to: '/instellingen/rollen/nieuw', label: texts.create } : undefined}
      headers={[settings.name, texts.permissions]}
    >
      {data?.map(({ id, name, permissions }) => (
        <tr key={id}>
          <th scope="row">
            <Link className="nl-link" to={`/instellingen/rollen/${id}`}>
              {name}
            </Link>
          </th>
          <td>{texts.countOf(permissions.length)}</td>
        </tr>
      ))}
    </SettingsList>
  )
}
