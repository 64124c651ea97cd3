import { ButtonLink } from '@signalen/ui'
import type { ReactNode } from 'react'
import { useHref } from 'react-router'
import { PageHeading } from '../components/Page.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { TableFrame } from '../components/TableFrame.tsx'
import { useMessages } from '../language/language-context.tsx'
import { LoadFailure } from './LoadFailure.tsx'

interface SettingsListProps {
  readonly title: string
  readonly count: number | undefined
  readonly error: unknown
  readonly create?: { readonly to: string; readonly label: string } | undefined
  /** The controls above the list. */
  readonly filters?: ReactNode
  readonly headers: readonly string[]
  readonly children: ReactNode
}

export function SettingsList({ title, count, error, create, filters, headers, children }: SettingsListProps) {
  const { settings } = useMessages()
  return (
    <>
      <div className="settings__head">
        <PageHeading title={title} />
        {create && <CreateLink {...create} />}
      </div>
      {error !== null && <LoadFailure error={error} />}
      {filters && <div className="settings__filters">{filters}</div>}
      <p className="overview__count" role="status">
        {count !== undefined && (count === 0 ? settings.empty : settings.count(count))}
      </p>
      {count !== 0 && error === null && (
        <TableFrame label={title}>
          <table className="signals settings__table">
            <thead>
              <tr>
                {headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </TableFrame>
      )}
    </>
  )
}

function CreateLink({ to, label }: { readonly to: string; readonly label: string }) {
  const href = useHref(to)
  return (
    <ButtonLink purpose="primary" href={href}>
      <StaffIcon name="plus" />
      {label}
    </ButtonLink>
  )
}
