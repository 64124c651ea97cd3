import { parseExpression } from '@signalen/domain'
import { RadioGroup, TextareaField } from '@signalen/ui'
import { useState } from 'react'
import { useMessages } from '../../language/language-context.tsx'
import { CheckExpression } from './CheckExpression.tsx'
import { RulePicker } from './RulePicker.tsx'

interface RuleEditorProps {
  readonly code: string
  readonly error: string | undefined
  readonly onChange: (code: string) => void
}

/** A rule by picking, or as the code beneath it. */
export function RuleEditor({ code, error, onChange }: RuleEditorProps) {
  const { settings, routing: texts } = useMessages()
  const [way, setWay] = useState<'pick' | 'code'>(() => (canPick(code) ? 'pick' : 'code'))
  return (
    <>
      <RadioGroup
        id="rule-way"
        name="way"
        label={texts.way}
        choices={[
          { value: 'pick', label: texts.byPicking },
          { value: 'code', label: texts.byCode },
        ]}
        selected={[way]}
        onSelect={(value) => setWay(value === 'pick' ? 'pick' : 'code')}
      />
      {way === 'pick' ? (
        <div id="expression-code" tabIndex={-1}>
          {error && <p className="question-card__faults">{error}</p>}
          <RulePicker code={code} onChange={onChange} />
          <p className="fact__note">
            {settings.expressions.code}: <code className="settings__code">{code || '–'}</code>
          </p>
        </div>
      ) : (
        <CodeField code={code} error={error} onChange={onChange} />
      )}
    </>
  )
}

/** Words beside the code would be lost by picking. */
function canPick(code: string): boolean {
  return !code.includes('//') && (code.trim() === '' || parseExpression(code).ok)
}

function CodeField({ code, error, onChange }: RuleEditorProps) {
  const { settings, routing: texts } = useMessages()
  const parsed = code.trim() === '' ? undefined : parseExpression(code)
  const fault = parsed && !parsed.ok ? parsed.error : undefined
  const place = fault?.line !== undefined && fault.column !== undefined ? fault : undefined
  return (
    <>
      <div className="settings__code-field">
        <TextareaField
          id="expression-code"
          name="code"
          rows={4}
          spellCheck={false}
          label={settings.expressions.code}
          description={settings.expressions.codeHint}
          required
          value={code}
          error={error}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {place && (
        <FaultPlace code={code} line={place.line ?? 1} column={place.column ?? 1} title={texts.faultAt} />
      )}
      <CheckExpression code={code} />
    </>
  )
}

interface FaultPlaceProps {
  readonly code: string
  readonly line: number
  readonly column: number
  readonly title: (line: number, column: number) => string
}

/** The line with the fault in it, and a mark under the place. */
function FaultPlace({ code, line, column, title }: FaultPlaceProps) {
  const text = code.split('\n')[line - 1] ?? ''
  return (
    <div>
      <p className="question-card__faults">{title(line, column)}</p>
      <pre className="rule-fault">
        {text}
        {'\n'}
        {' '.repeat(Math.max(0, column - 1))}^
      </pre>
    </div>
  )
}
