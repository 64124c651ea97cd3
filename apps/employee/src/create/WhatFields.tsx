import { TEXT_LIMITS } from '@signalen/domain'
import { Heading, TextareaField, TextField } from '@signalen/ui'
import { useEffect } from 'react'
import type { Category } from '../api/wire.ts'
import { CategoryCombobox } from '../components/CategoryCombobox.tsx'
import { PlacePicker } from '../components/PlacePicker.tsx'
import { useMessages } from '../language/language-context.tsx'
import type { CreateField, CreateInput } from './create-input.ts'
import { useSuggestions } from './suggestion.ts'

export interface CreatePartProps {
  readonly input: CreateInput
  readonly onChange: (input: CreateInput) => void
  readonly errorOf: (field: CreateField) => string | undefined
}

interface WhatFieldsProps extends CreatePartProps {
  readonly categories: readonly Category[] | undefined
}

/** The text and its category; what the text tells is filled in, until a person chooses. */
export function WhatFields({ input, onChange, errorOf, categories }: WhatFieldsProps) {
  const { create } = useMessages()
  const suggestions = useSuggestions(input.text, categories)
  const [best] = suggestions
  const fillIn = best?.isSure && !input.isCategoryChosen ? String(best.category.id) : undefined
  useEffect(() => {
    if (fillIn !== undefined && fillIn !== input.categoryId)
      onChange({ ...input, categoryId: fillIn, answers: {} })
  }, [fillIn, input, onChange])
  const choose = (id: string) => onChange({ ...input, categoryId: id, isCategoryChosen: true, answers: {} })
  const others = suggestions.filter(({ category }) => String(category.id) !== input.categoryId)
  return (
    <div className="create__part">
      <TextareaField
        id="create-text"
        name="text"
        rows={4}
        label={create.text}
        required
        autoFocus
        maxLength={TEXT_LIMITS.signalText}
        value={input.text}
        error={errorOf('text')}
        onChange={(event) => onChange({ ...input, text: event.target.value })}
      />
      <CategoryCombobox
        id="create-category"
        label={create.category}
        required
        value={input.categoryId}
        description={fillIn === undefined ? undefined : create.filledIn}
        error={errorOf('category')}
        onChange={choose}
      />
      {others.length > 0 && (
        <div className="chips">
          {others.map(({ category }) => (
            <button
              key={category.id}
              type="button"
              className="chip chip--plain"
              aria-label={create.takeSuggestion(category.name)}
              onClick={() => choose(String(category.id))}
            >
              {create.suggestion(category.name)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

export function WhereField({ input, onChange, errorOf }: CreatePartProps) {
  const { create } = useMessages()
  return (
    <div className="create__part">
      <Heading level={2} look={4}>
        {create.place}
      </Heading>
      <PlacePicker
        id="create-place"
        place={input.place ?? undefined}
        error={errorOf('place')}
        onChange={(place) => onChange({ ...input, place })}
      />
    </div>
  )
}

export function WhenField({ input, onChange, errorOf }: CreatePartProps) {
  const { create } = useMessages()
  return (
    <div className="create__part">
      <TextField
        id="create-happenedAt"
        name="happenedAt"
        type="datetime-local"
        label={create.when}
        description={create.whenHint}
        value={input.happenedAt}
        error={errorOf('happenedAt')}
        onChange={(event) => onChange({ ...input, happenedAt: event.target.value })}
      />
    </div>
  )
}
