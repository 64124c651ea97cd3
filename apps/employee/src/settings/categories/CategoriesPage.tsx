import { SelectField, TextField } from '@signalen/ui'
import { Fragment, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useCategories } from '../../api/reference.ts'
import type { Category } from '../../api/wire.ts'
import { responsibleCodes, toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { SettingsList } from '../SettingsList.tsx'

export function Component() {
  const { settings } = useMessages()
  const texts = settings.categories
  const { data, error } = useCategories()
  const [find, setFind] = useState('')
  const [state, setState] = useState('true')
  const tree = useMemo(() => toCategoryTree(data ?? []), [data])
  const isShown = ({ name, is_active }: Category) =>
    name.toLowerCase().includes(find.trim().toLowerCase()) && (state === '' || String(is_active) === state)
  const branches = tree
    .map(({ main, subs }) => ({ main, subs: subs.filter(isShown) }))
    .filter(({ main, subs }) => subs.length > 0 || isShown(main))
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data && branches.reduce((sum, { subs }) => sum + subs.length + 1, 0)}
      headers={[settings.name, texts.days, texts.departments, settings.users.state]}
      filters={
        <>
          <TextField
            id="find-category"
            name="find"
            type="search"
            label={settings.find}
            value={find}
            onChange={(event) => setFind(event.target.value)}
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
            value={state}
            onChange={(event) => setState(event.target.value)}
          />
        </>
      }
    >
      {branches.map(({ main, subs }) => (
        <Fragment key={main.id}>
          <CategoryRow category={main} isMain />
          {subs.map((sub) => (
            <CategoryRow key={sub.id} category={sub} />
          ))}
        </Fragment>
      ))}
    </SettingsList>
  )
}

function CategoryRow({
  category,
  isMain = false,
}: {
  readonly category: Category
  readonly isMain?: boolean
}) {
  const { settings } = useMessages()
  const { n_days: days, use_calendar_days: isCalendar } = category.sla
  return (
    <tr>
      <th scope="row">
        <Link className="nl-link" to={`/instellingen/categorieen/${category.id}`}>
          {category.name}
        </Link>
        {isMain && <small className="fact__note"> {settings.categories.main}</small>}
      </th>
      <td>{days === null ? '' : settings.categories.term(days, isCalendar ?? false)}</td>
      <td>{responsibleCodes(category).join(', ')}</td>
      <td>{category.is_active ? settings.active : settings.inactive}</td>
    </tr>
  )
}
