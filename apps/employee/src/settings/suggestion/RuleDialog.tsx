import type { UrgencyRuleAnswer } from '@signalen/contract'
import {
  Actions,
  Alert,
  Button,
  CheckboxField,
  Paragraph,
  SelectField,
  TextareaField,
  TextField,
} from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import {
  chooseRuleId,
  EMPTY_RULE,
  findRuleFault,
  type RuleFault,
  type RuleInput,
  toRule,
  toRuleInput,
} from './rule-input.ts'

interface RuleDialogProps {
  /** Undefined for a new one. */
  readonly rule: UrgencyRuleAnswer | undefined
  readonly rules: readonly UrgencyRuleAnswer[]
  readonly isSaving: boolean
  readonly error: unknown
  readonly onSave: (rules: readonly UrgencyRuleAnswer[]) => void
  readonly onClose: () => void
}

export function RuleDialog({ rule, rules, isSaving, error, onSave, onClose }: RuleDialogProps) {
  const messages = useMessages()
  const { settings, suggestions } = messages
  const texts = suggestions.urgency
  const [input, setInput] = useState<RuleInput>(() => (rule ? toRuleInput(rule) : EMPTY_RULE))
  const [fault, setFault] = useState<RuleFault>()
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = findRuleFault(input)
    setFault(found)
    if (found) return document.getElementById(`rule-${found.replace('-words', '')}`)?.focus()
    const ids = rules.map(({ id }) => id)
    const own = toRule(input, rule?.id ?? chooseRuleId(input.nameNl, ids))
    onSave(rule ? rules.map((one) => (one.id === rule.id ? own : one)) : [...rules, own])
  }
  return (
    <Dialog title={rule ? texts.edit(rule.name.nl) : texts.addTitle} onClose={onClose}>
      {error !== null && error !== undefined && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      <form className="settings__form" noValidate onSubmit={submit}>
        <RuleFields input={input} fault={fault} onChange={setInput} />
        <Actions>
          <Button type="submit" purpose="primary" disabled={isSaving}>
            {settings.save}
          </Button>
          {rule && (
            <Button
              purpose="subtle"
              negative
              disabled={isSaving}
              onClick={() => onSave(rules.filter(({ id }) => id !== rule.id))}
            >
              {settings.remove}
            </Button>
          )}
          <Button purpose="subtle" onClick={onClose}>
            {settings.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

interface RuleFieldsProps {
  readonly input: RuleInput
  readonly fault: RuleFault | undefined
  readonly onChange: (input: RuleInput) => void
}

function RuleFields({ input, fault, onChange }: RuleFieldsProps) {
  const texts = useMessages().suggestions.urgency
  const set = (change: Partial<RuleInput>) => onChange({ ...input, ...change })
  return (
    <>
      <TextField
        id="rule-name"
        name="name"
        label={texts.nameNl}
        required
        maxLength={100}
        value={input.nameNl}
        error={fault === 'name' ? texts.required : undefined}
        onChange={(event) => set({ nameNl: event.target.value })}
      />
      <TextField
        id="rule-name-en"
        name="name_en"
        label={texts.nameEn}
        maxLength={100}
        value={input.nameEn}
        onChange={(event) => set({ nameEn: event.target.value })}
      />
      <TextareaField
        id="rule-phrases"
        name="phrases"
        rows={8}
        label={texts.phrases}
        description={texts.phrasesHint}
        required
        value={input.phrases}
        error={describePhrasesFault(fault, texts)}
        onChange={(event) => set({ phrases: event.target.value })}
      />
      <TextareaField
        id="rule-unless"
        name="unless"
        rows={3}
        label={texts.unless}
        value={input.unless}
        error={fault === 'unless-words' ? texts.noWord : undefined}
        onChange={(event) => set({ unless: event.target.value })}
      />
      <SelectField
        id="rule-effect"
        name="effect"
        label={texts.effect}
        options={[
          { value: 'high-priority', label: texts.effects['high-priority'] },
          { value: 'duty-number', label: texts.effects['duty-number'] },
        ]}
        value={input.effect}
        onChange={(event) =>
          set({ effect: event.target.value === 'duty-number' ? 'duty-number' : 'high-priority' })
        }
      />
      <CheckboxField
        id="rule-active"
        name="is_active"
        label={texts.isOn}
        checked={input.isActive}
        onChange={(event) => set({ isActive: event.target.checked })}
      />
    </>
  )
}

function describePhrasesFault(
  fault: RuleFault | undefined,
  texts: { readonly required: string; readonly noWord: string },
): string | undefined {
  if (fault === 'phrases') return texts.required
  return fault === 'phrases-words' ? texts.noWord : undefined
}
