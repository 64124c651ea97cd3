import { Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useExpressions } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { moveItem } from '../questions/written-question.ts'
import { SettingsList } from '../SettingsList.tsx'
import { useSave } from '../use-save.ts'

export function Component() {
  const { settings, routing: routingTexts } = useMessages()
  const texts = settings.expressions
  const { may } = useRights()
  const { data, error } = useExpressions()
  const save = useSave('expressions')
  const inOrder = [...(data ?? [])].sort((left, right) => orderOf(left) - orderOf(right))
  const routed = inOrder.filter(({ routing_department: routing }) => routing !== null).map(({ id }) => id)
  const canChange = may('expression.update')
  const move = (id: number, step: -1 | 1) =>
    save.mutate({
      path: `${PRIVATE}/expressions/order`,
      method: 'POST',
      body: { ids: moveItem(routed, routed.indexOf(id), step) },
    })
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data?.length}
      create={
        may('expression.create') ? { to: '/instellingen/regels/nieuw', label: texts.create } : undefined
      }
      filters={
        <>
          <Paragraph>{texts.intro}</Paragraph>
          {save.error !== null && <LoadFailure error={save.error} />}
        </>
      }
      headers={[
        texts.order,
        settings.name,
        texts.code,
        texts.department,
        settings.users.state,
        ...(canChange ? [routingTexts.actions] : []),
      ]}
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
          {canChange && (
            <td>
              {routing && (
                <span className="question-card__buttons">
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={routingTexts.up(name)}
                    disabled={save.isPending || routed[0] === id}
                    onClick={() => move(id, -1)}
                  >
                    <StaffIcon name="up" />
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={routingTexts.down(name)}
                    disabled={save.isPending || routed.at(-1) === id}
                    onClick={() => move(id, 1)}
                  >
                    <StaffIcon name="down" />
                  </button>
                </span>
              )}
            </td>
          )}
        </tr>
      ))}
    </SettingsList>
  )
}

function orderOf(expression: { readonly routing_department: { readonly order: number } | null }): number {
  return expression.routing_department?.order ?? Number.POSITIVE_INFINITY
}
