import { PRIORITIES, TEXT_LIMITS, TYPE_CODES } from '@signalen/domain'
import { Button, Heading, SelectField, TextareaField } from '@signalen/ui'
import { CategoryCombobox } from '../components/CategoryCombobox.tsx'
import { useMessages } from '../language/language-context.tsx'
import type { PartInput } from './split-input.ts'

interface PartFieldsProps {
  readonly part: PartInput
  readonly place: number
  readonly faults: readonly ('text' | 'category')[]
  readonly onChange: (part: PartInput) => void
  readonly onRemove: (() => void) | undefined
}

export function PartFields({ part, place, faults, onChange, onRemove }: PartFieldsProps) {
  const { forms, create, labels } = useMessages()
  const texts = forms.split
  const id = `part-${part.key}`
  return (
    <section className="panel create__part" aria-labelledby={id}>
      <Heading level={2} look={4} id={id}>
        {texts.part(place)}
      </Heading>
      <TextareaField
        id={`${id}-text`}
        name="text"
        rows={3}
        label={texts.text}
        required
        maxLength={TEXT_LIMITS.signalText}
        value={part.text}
        error={faults.includes('text') ? texts.textNeeded : undefined}
        onChange={(event) => onChange({ ...part, text: event.target.value })}
      />
      <CategoryCombobox
        id={`${id}-category`}
        label={create.category}
        required
        value={part.categoryId}
        error={faults.includes('category') ? create.categoryNeeded : undefined}
        onChange={(categoryId) => onChange({ ...part, categoryId })}
      />
      <div className="signalen-inline-fields">
        <SelectField
          id={`${id}-priority`}
          name="priority"
          label={create.priority}
          options={[...PRIORITIES].reverse().map((value) => ({ value, label: labels.priority[value] }))}
          value={part.priority}
          onChange={(event) => onChange({ ...part, priority: event.target.value })}
        />
        <SelectField
          id={`${id}-type`}
          name="type"
          label={create.type}
          options={TYPE_CODES.map((value) => ({ value, label: labels.type[value] }))}
          value={part.type}
          onChange={(event) => onChange({ ...part, type: event.target.value })}
        />
      </div>
      {onRemove && (
        <div>
          <Button purpose="subtle" negative onClick={onRemove}>
            {texts.remove(place)}
          </Button>
        </div>
      )}
    </section>
  )
}
