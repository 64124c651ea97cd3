import { STANDARD_TEXT_STATUS_CODES } from '@signalen/domain'
import { SelectField, TextField } from '@signalen/ui'
import { Link, useSearchParams } from 'react-router'
import { useStatusLabel } from '../../components/badges.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { Pager } from '../../overview/Pager.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useStatusMessageSearch } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'

const PAGE_SIZE = 50

export function Component() {
  const { settings, labels } = useMessages()
  const texts = settings.texts
  const { may } = useRights()
  const label = useStatusLabel()
  const [parameters, setParameters] = useSearchParams()
  const query = new URLSearchParams(parameters)
  query.set('page_size', String(PAGE_SIZE))
  const { data, error } = useStatusMessageSearch(query.toString())
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(parameters)
    next.delete('page')
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParameters(next, { replace: true })
  }
  const page = Number(parameters.get('page')) || 1
  return (
    <>
      <SettingsList
        title={texts.title}
        error={error}
        count={data?.count}
        create={
          may('statusMessage.create')
            ? { to: '/instellingen/standaardteksten/nieuw', label: texts.create }
            : undefined
        }
        headers={[texts.name, texts.state, texts.text, settings.users.state]}
        filters={
          <>
            <TextField
              id="find-text"
              name="q"
              type="search"
              label={settings.find}
              value={parameters.get('q') ?? ''}
              onChange={(event) => set('q', event.target.value)}
            />
            <SelectField
              id="filter-state"
              name="state"
              label={texts.state}
              emptyLabel={settings.all}
              options={STANDARD_TEXT_STATUS_CODES.map((value) => ({ value, label: labels.status[value] }))}
              value={parameters.get('state') ?? ''}
              onChange={(event) => set('state', event.target.value)}
            />
            <SelectField
              id="filter-active"
              name="active"
              label={settings.users.state}
              emptyLabel={settings.all}
              options={[
                { value: 'true', label: settings.active },
                { value: 'false', label: settings.inactive },
              ]}
              value={parameters.get('active') ?? ''}
              onChange={(event) => set('active', event.target.value)}
            />
          </>
        }
      >
        {data?.results.map((message) => (
          <tr key={message.id}>
            <th scope="row">
              <Link className="nl-link" to={`/instellingen/standaardteksten/${message.id}`}>
                {message.title}
              </Link>
            </th>
            <td>{label(message.state)}</td>
            <td>
              <span className="excerpt">{message.text}</span>
            </td>
            <td>{message.active ? settings.active : settings.inactive}</td>
          </tr>
        ))}
      </SettingsList>
      <Pager
        page={page}
        last={Math.ceil((data?.count ?? 0) / PAGE_SIZE)}
        toPage={(number) => {
          const next = new URLSearchParams(parameters)
          next.set('page', String(number))
          return `?${next}`
        }}
      />
    </>
  )
}
