import { PRIORITIES, TEXT_LIMITS } from '@signalen/domain'
import { CheckboxField, Paragraph, RadioGroup, SelectField, TextareaField } from '@signalen/ui'
import { useState } from 'react'
import { useColleagues, useDepartments } from '../../api/reference.ts'
import { CategoryCombobox } from '../../components/CategoryCombobox.tsx'
import { Combobox } from '../../components/Combobox.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { BulkAction } from './BulkBar.tsx'
import { type BulkInput, NOBODY, STATES_WITH_CHOICE, STATES_WITH_TEXT, TRAY } from './bulk-input.ts'

interface BulkFieldsProps {
  readonly action: BulkAction
  readonly input: BulkInput
  readonly fault: 'value' | 'text' | undefined
  readonly onChange: (input: BulkInput) => void
}

/** States that mean the same for any report. */
const STATES = ['i', 'b', 'ingepland', 'o', 'a', 'reopened'] as const

export function BulkFields({ action, input, fault, onChange }: BulkFieldsProps) {
  const { bulk, labels, overview } = useMessages()
  const colleagues = useColleagues().data ?? []
  const departments = useDepartments().data ?? []
  const [category, setCategory] = useState('')
  const setValue = (value: string) => onChange({ ...input, value })
  const error = fault === 'value' ? bulk.valueNeeded : undefined
  switch (action) {
    case 'assign':
      return (
        <Combobox
          id="bulk-value"
          label={overview.fields.assigned_user_email}
          options={[
            { value: NOBODY, label: overview.nobody },
            ...colleagues.map((email) => ({ value: email, label: email })),
          ]}
          value={input.value}
          error={error}
          onChange={setValue}
        />
      )
    case 'priority':
      return (
        <RadioGroup
          id="bulk-value"
          name="priority"
          label={overview.fields.priority}
          choices={[...PRIORITIES].reverse().map((value) => ({ value, label: labels.priority[value] }))}
          selected={[input.value]}
          error={error}
          onSelect={setValue}
        />
      )
    case 'status':
      return (
        <>
          <Paragraph>{bulk.statusHint}</Paragraph>
          <SelectField
            id="bulk-value"
            name="status"
            label={overview.fields.status}
            emptyLabel=""
            options={STATES.map((value) => ({ value, label: labels.status[value] }))}
            value={input.value}
            error={error}
            onChange={(event) => setValue(event.target.value)}
          />
          <BulkText
            input={input}
            fault={fault}
            onChange={onChange}
            isRequired={STATES_WITH_TEXT.includes(input.value) || input.sendsMail === true}
          />
          {STATES_WITH_CHOICE.includes(input.value) && (
            <CheckboxField
              id="bulk-mail"
              name="mail"
              label={bulk.mailToo}
              checked={input.sendsMail ?? false}
              onChange={(event) => onChange({ ...input, sendsMail: event.target.checked })}
            />
          )}
        </>
      )
    case 'department':
      return (
        <Combobox
          id="bulk-value"
          label={bulk.department}
          options={[
            { value: TRAY, label: bulk.tray },
            ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={input.value}
          error={error}
          onChange={setValue}
        />
      )
    case 'category':
      return (
        <>
          <Paragraph>{bulk.categoryHint}</Paragraph>
          <CategoryCombobox
            id="bulk-value"
            label={bulk.newCategory}
            value={category}
            error={error}
            onChange={(id, chosen) => {
              setCategory(id)
              setValue(chosen?._links.self.public ?? '')
            }}
          />
          <BulkText input={input} fault={fault} onChange={onChange} isRequired={false} />
        </>
      )
    case 'note':
      return <BulkText input={input} fault={fault} onChange={onChange} isRequired />
  }
}

interface BulkTextProps extends Omit<BulkFieldsProps, 'action'> {
  readonly isRequired: boolean
}

function BulkText({ input, fault, onChange, isRequired }: BulkTextProps) {
  const { bulk } = useMessages()
  return (
    <TextareaField
      id="bulk-text"
      name="text"
      label={bulk.text}
      note={isRequired ? undefined : bulk.optional}
      required={isRequired}
      maxLength={TEXT_LIMITS.noteText}
      value={input.text}
      error={fault === 'text' ? bulk.textNeeded : undefined}
      onChange={(event) => onChange({ ...input, text: event.target.value })}
    />
  )
}
