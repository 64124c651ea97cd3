import { Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useExpressions } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'

export function Component() {
  const { settings } = useMessages()
  const texts = settings.expressions
  const { may } = useRights()
  const { data, error } = useExpressions()
  const inOrder = [...(data ?? [])].sort((left, right) => orderOf(left) - orderOf(right))
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data?.length}
      create={
        may('expression.create') ? { to: '/instellingen/regels/nieuw', label: texts.create } : undefined
      }
      filters={<Paragraph>{texts.intro}</Paragraph>}
      headers={[texts.order, settings.name, texts.code, texts.department, settings.users.state]}
    >
      {inOrder.map(({ id, name, code, error, routing_department: routing }) => (
        <tr key={id}>
          <td>{routing?.order ?? '–'}</td>
          <th scope="row">
            <Link className="nl-link" to={`/instellingen/regels/${id}`}>
              {name}
            </Link>
          </th>
          <td>
            <code className="settings__code">{code}</code>
          </td>
          <td>{routing?.department.name ?? texts.noDepartment}</td>
          <td>
            {error ? (
              <span className="status status--attention">{texts.broken}</span>
            ) : (
              <span>{routing?.is_active ? settings.active : settings.inactive}</span>
            )}
          </td>
        </tr>
      ))}
    </SettingsList>
  )
}

function orderOf(expression: { readonly routing_department: { readonly order: number } | null }): number {
  return expression.routing_department?.order ?? Number.POSITIVE_INFINITY
}
