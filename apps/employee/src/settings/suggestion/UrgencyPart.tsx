import type { UrgencyRuleAnswer, UrgencyRulesAnswer } from '@signalen/contract'
import { Actions, Alert, Button, CheckboxField, Paragraph } from '@signalen/ui'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { useSave } from '../use-save.ts'
import { Part, PartTable } from './Part.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { URGENCY_RULES, useUrgencyRules } from './suggestion-api.ts'

/** Which words mean danger: to be seen by everyone who looks after categories, and changed by who may. */
export function UrgencyPart() {
  const { data, error } = useUrgencyRules()
  if (error) return <LoadFailure error={error} />
  return data ? <Rules answer={data} /> : <Waiting />
}

function Rules({ answer }: { readonly answer: UrgencyRulesAnswer }) {
  const { language, messages } = useLanguage()
  const texts = messages.suggestions.urgency
  const canSave = useRights().may('urgency.update')
  const [edited, setEdited] = useState<UrgencyRuleAnswer | 'new'>()
  const save = useSave('urgency')
  function keep(change: { readonly is_active?: boolean; readonly rules?: readonly UrgencyRuleAnswer[] }) {
    const body = { is_active: answer.is_active, rules: answer.rules, ...change }
    save.mutate({ path: URGENCY_RULES, method: 'PUT', body }, { onSuccess: () => setEdited(undefined) })
  }
  return (
    <Part title={texts.title}>
      <Paragraph>{texts.intro}</Paragraph>
      <Paragraph>
        {answer.changed_at && answer.changed_by
          ? texts.changed(formatDateTime(answer.changed_at, language), answer.changed_by)
          : answer.are_shipped && texts.shipped}
      </Paragraph>
      {save.error && !edited && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      <fieldset className="settings__fields" disabled={!canSave || save.isPending}>
        <CheckboxField
          id="urgency-active"
          name="is_active"
          label={texts.isActive}
          checked={answer.is_active}
          onChange={(event) => keep({ is_active: event.target.checked })}
        />
      </fieldset>
      <RuleTable rules={answer.rules} canSave={canSave} onEdit={setEdited} />
      {canSave && (
        <Actions>
          <Button purpose="secondary" onClick={() => setEdited('new')}>
            {texts.add}
          </Button>
        </Actions>
      )}
      {edited && (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          rules={answer.rules}
          isSaving={save.isPending}
          error={save.error}
          onSave={(rules) => keep({ rules })}
          onClose={() => {
            save.reset()
            setEdited(undefined)
          }}
        />
      )}
    </Part>
  )
}

interface RuleTableProps {
  readonly rules: readonly UrgencyRuleAnswer[]
  readonly canSave: boolean
  readonly onEdit: (rule: UrgencyRuleAnswer) => void
}

function RuleTable({ rules, canSave, onEdit }: RuleTableProps) {
  const { language, messages } = useLanguage()
  const texts = messages.suggestions.urgency
  return (
    <PartTable label={texts.title} headers={[texts.rule, texts.words, texts.effect, texts.state]}>
      {rules.map((rule) => (
        <tr key={rule.id}>
          <th scope="row">
            {canSave ? (
              <button
                type="button"
                className="text-button"
                aria-label={texts.edit(rule.name[language])}
                onClick={() => onEdit(rule)}
              >
                {rule.name[language]}
              </button>
            ) : (
              rule.name[language]
            )}
          </th>
          <td className="suggestion-words">{rule.phrases.join(', ')}</td>
          <td>{texts.effects[rule.effect]}</td>
          <td>{rule.is_active ? texts.on : texts.off}</td>
        </tr>
      ))}
    </PartTable>
  )
}
