import { SelectField, TextField } from '@signalen/ui'
import { Link, useSearchParams } from 'react-router'
import { useDepartments } from '../../api/reference.ts'
import { useMessages } from '../../language/language-context.tsx'
import { Pager } from '../../overview/Pager.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useRoles, useUserRows } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'

const PAGE_SIZE = 50

export function Component() {
  const { settings, people } = useMessages()
  const texts = settings.users
  const { may } = useRights()
  const [parameters, setParameters] = useSearchParams()
  const departments = useDepartments().data ?? []
  const roles = useRoles().data ?? []
  const query = new URLSearchParams(parameters)
  query.set('page_size', String(PAGE_SIZE))
  const { data, error } = useUserRows(query.toString())
  const value = (name: string) => parameters.get(name) ?? ''
  const set = (name: string, next: string) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before)
        after.delete('page')
        if (next === '') after.delete(name)
        else after.set(name, next)
        return after
      },
      { replace: true },
    )
  return (
    <>
      <SettingsList
        title={texts.title}
        error={error}
        count={data?.count}
        create={
          may('user.create') ? { to: '/instellingen/gebruikers/nieuw', label: texts.create } : undefined
        }
        headers={[texts.email, texts.roles, texts.departments, texts.state]}
        filters={
          <>
            {may('user.import') && (
              <Link className="nl-link" to="/instellingen/gebruikers/inlezen">
                {people.bring}
              </Link>
            )}
            <TextField
              id="find-user"
              name="username"
              type="search"
              label={settings.find}
              value={value('username')}
              onChange={(event) => set('username', event.target.value)}
            />
            <SelectField
              id="filter-role"
              name="role"
              label={texts.role}
              emptyLabel={settings.all}
              options={roles.map(({ name }) => ({ value: name, label: name }))}
              value={value('role')}
              onChange={(event) => set('role', event.target.value)}
            />
            <SelectField
              id="filter-department"
              name="department"
              label={texts.department}
              emptyLabel={settings.all}
              options={departments.map(({ code, name }) => ({ value: code, label: name }))}
              value={value('profile_department_code')}
              onChange={(event) => set('profile_department_code', event.target.value)}
            />
            <SelectField
              id="filter-active"
              name="active"
              label={texts.state}
              emptyLabel={settings.all}
              options={[
                { value: 'true', label: settings.active },
                { value: 'false', label: settings.inactive },
              ]}
              value={value('is_active')}
              onChange={(event) => set('is_active', event.target.value)}
            />
          </>
        }
      >
        {data?.results.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              <Link className="nl-link" to={`/instellingen/gebruikers/${user.id}`}>
                {user.username}
              </Link>
            </th>
            <td>{user.roles.join(', ')}</td>
            <td>{user.profile.departments.join(', ')}</td>
            <td>{user.is_active ? settings.active : settings.inactive}</td>
          </tr>
        ))}
      </SettingsList>
      <Pager
        page={Number(parameters.get('page')) || 1}
        last={Math.ceil((data?.count ?? 0) / PAGE_SIZE)}
        toPage={(page) => `?${withPage(parameters, page)}`}
      />
    </>
  )
}

function withPage(parameters: URLSearchParams, page: number): URLSearchParams {
  const next = new URLSearchParams(parameters)
  next.set('page', String(page))
  return next
}
