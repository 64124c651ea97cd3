import { PRIORITIES, TEXT_LIMITS, TYPE_CODES } from '@signalen/domain'
import { CheckboxField, Heading, RadioGroup, SelectField, TextField } from '@signalen/ui'
import { useSources } from '../api/reference.ts'
import { useMessages } from '../language/language-context.tsx'
import type { CreatePartProps } from './WhatFields.tsx'

/** Who reported it, as far as they want to say. */
export function CallerFields({ input, onChange, errorOf }: CreatePartProps) {
  const { create, shell } = useMessages()
  return (
    <div className="create__part">
      <Heading level={2} look={4}>
        {create.caller}
      </Heading>
      <div className="signalen-inline-fields">
        <TextField
          id="create-phone"
          name="phone"
          type="tel"
          autoComplete="off"
          label={create.phone}
          note={shell.optional}
          maxLength={TEXT_LIMITS.phone}
          value={input.phone}
          onChange={(event) => onChange({ ...input, phone: event.target.value })}
        />
        <TextField
          id="create-email"
          name="email"
          type="email"
          autoComplete="off"
          label={create.email}
          note={shell.optional}
          value={input.email}
          error={errorOf('email')}
          onChange={(event) => onChange({ ...input, email: event.target.value })}
        />
      </div>
      <CheckboxField
        id="create-sharing"
        name="sharing"
        label={create.sharing}
        description={create.callerHint}
        checked={input.isShared}
        onChange={(event) => onChange({ ...input, isShared: event.target.checked })}
      />
    </div>
  )
}

export function HandlingFields({ input, onChange, errorOf }: CreatePartProps) {
  const { create, labels } = useMessages()
  const sources = (useSources().data ?? []).filter((source) => source.is_active && source.can_be_selected)
  return (
    <div className="create__part">
      <Heading level={2} look={4}>
        {create.details}
      </Heading>
      <div className="signalen-inline-fields">
        <SelectField
          id="create-source"
          name="source"
          label={create.source}
          required
          emptyLabel=""
          options={sources.map(({ name }) => ({ value: name, label: name }))}
          value={input.source}
          error={errorOf('source')}
          onChange={(event) => onChange({ ...input, source: event.target.value })}
        />
        <SelectField
          id="create-type"
          name="type"
          label={create.type}
          options={TYPE_CODES.map((value) => ({ value, label: labels.type[value] }))}
          value={input.type}
          onChange={(event) => onChange({ ...input, type: event.target.value })}
        />
      </div>
      <div className="compact-options">
        <RadioGroup
          id="create-priority"
          name="priority"
          label={create.priority}
          choices={[...PRIORITIES].reverse().map((value) => ({ value, label: labels.priority[value] }))}
          selected={[input.priority]}
          onSelect={(priority) => onChange({ ...input, priority })}
        />
      </div>
    </div>
  )
}
