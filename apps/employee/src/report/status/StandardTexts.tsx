import { useMemo, useState } from 'react'
import { useCategories, useStatusMessages } from '../../api/reference.ts'
import { findCategory } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'

interface StandardTextsProps {
  readonly state: string
  readonly onUse: (text: string) => void
}

/** From how many on one looks instead of reads. */
const MANY = 5

/** The texts that the municipality keeps for this status and category; one is a start, not the end. */
export function StandardTexts({ state, onUse }: StandardTextsProps) {
  const { status } = useMessages().forms
  const { signal } = useReport()
  const categories = useCategories().data
  const category = useMemo(
    () => findCategory(categories, signal.category.main_slug, signal.category.sub_slug),
    [categories, signal.category],
  )
  const { data: texts } = useStatusMessages(category?.id, state)
  const [find, setFind] = useState('')
  if (texts === undefined) return null
  if (texts.length === 0) return <p className="fact__note">{status.standardTextsNone}</p>
  const wanted = find.trim().toLowerCase()
  const shown = texts.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted))
  return (
    <details className="standard-texts">
      <summary>{status.standardTextsCount(texts.length)}</summary>
      {texts.length > MANY && (
        <input
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input choices-filter__find"
          aria-label={status.findText}
          placeholder={status.findText}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <ul className="standard-texts__list">
        {shown.map(({ id, title, text }) => (
          <li key={id}>
            <button
              type="button"
              className="standard-texts__one"
              aria-label={status.takeText(title)}
              onClick={() => {
                onUse(text)
                document.getElementById('status-text')?.focus()
              }}
            >
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
