import { Link } from 'react-router'
import { useDepartments } from '../../api/reference.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { SettingsList } from '../SettingsList.tsx'

export function Component() {
  const { settings } = useMessages()
  const texts = settings.departments
  const { may } = useRights()
  const { data, error } = useDepartments()
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data?.length}
      create={
        may('department.create') ? { to: '/instellingen/afdelingen/nieuw', label: texts.create } : undefined
      }
      headers={[settings.name, texts.code, texts.categories]}
    >
      {data?.map(({ id, name, code, category_names }) => (
        <tr key={id}>
          <th scope="row">
            <Link className="nl-link" to={`/instellingen/afdelingen/${id}`}>
              {name}
            </Link>
          </th>
          <td>{code}</td>
          <td>{texts.countOf(category_names.length)}</td>
        </tr>
      ))}
    </SettingsList>
  )
}
