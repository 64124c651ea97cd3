import type { SuggestionReportAnswer } from '@signalen/contract'
import { Actions, Alert, Button, CheckboxField, Paragraph, SelectField, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useCategories } from '../../api/reference.ts'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useSave } from '../use-save.ts'
import { Part } from './Part.tsx'
import { readThreshold } from './read-threshold.ts'
import { CLASSIFICATION } from './suggestion-api.ts'
import { useDecimal } from './use-share.ts'

/** How sure a suggestion must be, and what happens when it is not. */
export function SettingsPart({ settings }: { readonly settings: SuggestionReportAnswer['settings'] }) {
  const messages = useMessages()
  const texts = messages.suggestions.settings
  const decimal = useDecimal()
  const canSave = useRights().may('suggestion.update')
  const [threshold, setThreshold] = useState(() => decimal(settings.threshold))
  const [fallback, setFallback] = useState(settings.fallback)
  const [learning, setLearning] = useState(settings.learning)
  const [isWrong, setIsWrong] = useState(false)
  const save = useSave('suggestions')
  function submit(event: FormEvent) {
    event.preventDefault()
    const value = readThreshold(threshold)
    setIsWrong(value === undefined)
    if (value === undefined) return document.getElementById('suggestion-threshold')?.focus()
    // A category that is no longer in use stays as it is until another is chosen.
    const changed = fallback === settings.fallback ? {} : { fallback }
    save.mutate({
      path: `${CLASSIFICATION}/settings`,
      method: 'PATCH',
      body: { threshold: value, learning, ...changed },
    })
  }
  return (
    <Part title={texts.title}>
      {save.error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      <form className="settings__form" noValidate onSubmit={submit}>
        <fieldset className="settings__fields" disabled={!canSave}>
          <TextField
            id="suggestion-threshold"
            name="threshold"
            inputMode="decimal"
            short
            required
            label={texts.threshold}
            description={texts.thresholdHint}
            value={threshold}
            error={isWrong ? texts.thresholdWrong : undefined}
            onChange={(event) => setThreshold(event.target.value)}
          />
          <FallbackField value={fallback} onChange={setFallback} />
          <CheckboxField
            id="suggestion-learning"
            name="learning"
            label={texts.learning}
            checked={learning}
            onChange={(event) => setLearning(event.target.checked)}
          />
        </fieldset>
        {canSave && (
          <Actions>
            <Button type="submit" purpose="primary" disabled={save.isPending}>
              {messages.settings.save}
            </Button>
          </Actions>
        )}
      </form>
    </Part>
  )
}

interface FallbackFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

function FallbackField({ value, onChange }: FallbackFieldProps) {
  const texts = useMessages().suggestions.settings
  const tree = toCategoryTree(useCategories().data ?? [])
  const groups = tree
    .filter(({ main }) => main.is_active)
    .map(({ main, subs }) => ({
      label: main.name,
      options: subs
        .filter((sub) => sub.is_active)
        .map((sub) => ({ value: `${main.slug}/${sub.slug}`, label: sub.name })),
    }))
  const isOffered = groups.some(({ options }) => options.some((option) => option.value === value))
  return (
    <SelectField
      id="suggestion-fallback"
      name="fallback"
      label={texts.fallback}
      options={isOffered ? [] : [{ value, label: value }]}
      groups={groups}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
