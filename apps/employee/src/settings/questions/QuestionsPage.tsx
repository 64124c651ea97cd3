import { Paragraph, TextField } from '@signalen/ui'
import { Fragment, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useCategories } from '../../api/reference.ts'
import type { Category } from '../../api/wire.ts'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { SettingsList } from '../SettingsList.tsx'
import { useDesignedCategories } from './questions-api.ts'

export function Component() {
  const { settings, questions: texts } = useMessages()
  const categories = useCategories().data
  const { data, error } = useDesignedCategories()
  const [find, setFind] = useState('')
  const designs = useMemo(() => new Map(data?.map((design) => [design.category_id, design])), [data])
  const isFound = ({ name, is_active }: Category) =>
    is_active && name.toLowerCase().includes(find.trim().toLowerCase())
  const branches = useMemo(() => toCategoryTree(categories ?? []), [categories])
    .filter(({ main }) => main.is_active)
    .map(({ main, subs }) => ({ main, subs: subs.filter(isFound) }))
    .filter(({ main, subs }) => subs.length > 0 || isFound(main))
  const row = (category: Category, isMain = false) => {
    const design = designs.get(category.id)
    return (
      <tr key={category.id}>
        <th scope="row">
          <Link className="nl-link" to={`/instellingen/vragen/${category.id}`}>
            {category.name}
          </Link>
          {isMain && <small className="fact__note"> {settings.categories.main}</small>}
        </th>
        <td>{texts.countOf(design?.count ?? 0)}</td>
        <td>{design?.has_draft && <span className="status">{texts.draft}</span>}</td>
      </tr>
    )
  }
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data && branches.reduce((sum, { subs }) => sum + subs.length + 1, 0)}
      headers={[settings.name, texts.title, texts.draft]}
      filters={
        <>
          <Paragraph>{texts.intro}</Paragraph>
          <TextField
            id="find-category"
            name="find"
            type="search"
            label={settings.find}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </>
      }
    >
      {branches.map(({ main, subs }) => (
        <Fragment key={main.id}>
          {row(main, true)}
          {subs.map((sub) => row(sub))}
        </Fragment>
      ))}
    </SettingsList>
  )
}
