import { Button, Heading } from '@signalen/ui'
import { useState } from 'react'
import { useCategories } from '../../api/reference.ts'
import { useSuggestion, useUrgency } from '../../api/signals.ts'
import type { Category } from '../../api/wire.ts'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useLanguage, useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'

const MOST_WORDS = 6

/** What the category could be and by which words, and which words point to danger. */
export function SuggestionSection() {
  const { suggestion: texts } = useMessages()
  const { signal } = useReport()
  const { may } = useRights()
  const categories = useCategories().data
  const [chosen, setChosen] = useState<Category>()
  const suggestion = useSuggestion(signal.id, may('signal.suggestion')).data
  const [first] = suggestion?.ranked ?? []
  if (!suggestion || !first) return null
  // What it is now follows from the report itself, which may have changed since it was asked.
  const isCurrent = first.category.sub_slug === signal.category.sub_slug
  const category = categories?.find((one) => pathOf(one._links.self.public) === pathOf(first.category_url))
  const isOther = suggestion.is_sure && !isCurrent
  return (
    <details className="panel suggestion" open={isOther}>
      <summary className="suggestion__title">
        <Heading level={2} look={4}>
          {isOther ? texts.other(first.category.sub) : texts.title}
        </Heading>
      </summary>
      {isCurrent && <p className="panel__text">{texts.agrees}</p>}
      {!suggestion.is_sure && !isCurrent && <p className="panel__text">{texts.unsure}</p>}
      <ul className="compact-list">
        {suggestion.ranked.slice(0, 3).map((one) => (
          <li key={one.category_url} className="compact-list__item">
            <strong>{texts.percentage(one.probability)}</strong>
            <span>
              {one.category.sub}
              {one.category.sub_slug === signal.category.sub_slug && ` (${texts.current})`}
            </span>
          </li>
        ))}
      </ul>
      {suggestion.words && suggestion.words.length > 0 && (
        <p className="panel__text">
          {texts.words}{' '}
          {suggestion.words.slice(0, MOST_WORDS).map(({ word }) => (
            <mark key={word} className="suggestion__word">
              {word}
            </mark>
          ))}
        </p>
      )}
      {category && !isCurrent && may('signal.changeCategory') && (
        <p className="panel__buttons">
          <Button aria-haspopup="dialog" onClick={() => setChosen(category)}>
            {texts.take(category.name)}
          </Button>
        </p>
      )}
      {chosen && <CategoryDialog suggested={chosen} onClose={() => setChosen(undefined)} />}
    </details>
  )
}

function pathOf(address: string | undefined): string {
  return address === undefined ? '' : new URL(address, window.location.href).pathname
}

/** Beside the text in which they stand. */
export function DangerNotice() {
  const { language, messages } = useLanguage()
  const { suggestion: texts } = messages
  const { signal } = useReport()
  const found = useUrgency(signal.text).data ?? []
  if (found.length === 0) return null
  return (
    <p className="danger-notice">
      <StaffIcon name="urgent" />
      <strong>{texts.danger}:</strong>{' '}
      {found.map((match) => texts.dangerWords(match.rule.name[language], match.found)).join('; ')}
    </p>
  )
}
