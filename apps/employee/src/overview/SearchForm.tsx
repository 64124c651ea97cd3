import { Icon } from '@signalen/ui'
import { type FormEvent, type RefObject, useState } from 'react'
import { useNavigate } from 'react-router'
import { findNumber } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'

interface SearchFormProps {
  readonly words: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly onSearch: (words: string) => void
}

/** A number goes straight to its report, whatever the filters; words search within the filters. */
export function SearchForm({ words, field, onSearch }: SearchFormProps) {
  const { overview } = useMessages()
  const navigate = useNavigate()
  const [text, setText] = useState(words)
  const [shown, setShown] = useState(words)
  if (shown !== words) {
    setShown(words)
    setText(words)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const number = findNumber(text)
    if (number === undefined) onSearch(text.trim())
    else void navigate(`/incident/${number}`)
  }
  return (
    <search className="search">
      <form className="search__form" onSubmit={submit}>
        <label className="signalen-visually-hidden" htmlFor="search">
          {overview.search}
        </label>
        <input
          ref={field}
          id="search"
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input search__field"
          placeholder={overview.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="icon-button" aria-label={overview.searchButton}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}
