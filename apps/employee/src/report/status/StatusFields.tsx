import type { StatusCode } from '@signalen/domain'
import { countCharacters } from '@signalen/domain'
import { Alert, CheckboxField, Paragraph, RadioGroup, TextareaField } from '@signalen/ui'
import { useChildren, useRelations } from '../../api/signals.ts'
import { Dictation } from '../../field/Dictation.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'
import { StandardTexts } from './StandardTexts.tsx'
import {
  type MailRule,
  needsText,
  type StatusFault,
  type StatusInput,
  textLimit,
  willMail,
} from './status-rules.ts'

interface StatusFieldsProps {
  readonly input: StatusInput
  readonly statuses: readonly StatusCode[]
  readonly rule: MailRule | undefined
  readonly fault: StatusFault | undefined
  readonly onChange: (input: StatusInput) => void
}

export function StatusFields({ input, statuses, rule, fault, onChange }: StatusFieldsProps) {
  const { forms, labels, report, shell } = useMessages()
  const texts = forms.status
  const isMailed = willMail(input, rule)
  const left = textLimit(input.state) - countCharacters(input.text)
  return (
    <>
      <div className="compact-options">
        <RadioGroup
          id="status-choice"
          name="status"
          label={texts.choose}
          choices={statuses.map((value) => ({ value, label: labels.status[value] }))}
          selected={[input.state]}
          error={fault === 'choice' || fault === 'email' ? faultText(fault, forms, report) : undefined}
          onSelect={(state) => onChange({ ...input, state })}
        />
      </div>
      {input.state !== '' && (
        <>
          <StatusHints state={input.state} rule={rule} />
          {rule?.kind === 'optional' && (
            <CheckboxField
              id="status-mail"
              name="mail"
              label={texts.mailOptional}
              checked={input.sendsMail}
              onChange={(event) => onChange({ ...input, sendsMail: event.target.checked })}
            />
          )}
          <StandardTexts state={input.state} onUse={(text) => onChange({ ...input, text })} />
          <TextareaField
            id="status-text"
            name="text"
            label={isMailed ? texts.textReporter : texts.textInternal}
            note={needsText(input.state, isMailed) ? undefined : shell.optional}
            required={needsText(input.state, isMailed)}
            value={input.text}
            counterText={report.left(left)}
            error={
              fault && !['choice', 'email'].includes(fault) ? faultText(fault, forms, report) : undefined
            }
            onChange={(event) => onChange({ ...input, text: event.target.value })}
          />
          <Dictation value={input.text} onChange={(text) => onChange({ ...input, text })} />
        </>
      )}
    </>
  )
}

type Texts = ReturnType<typeof useMessages>

function faultText(fault: StatusFault, { status }: Texts['forms'], report: Texts['report']): string {
  switch (fault) {
    case 'choice':
      return status.chooseFirst
    case 'email':
      return status.reactionNeedsEmail
    case 'text':
      return status.textNeeded
    case 'reserved':
      return status.reserved
    case 'length':
      return report.tooLong
  }
}

const WHY_NOT = { email: 'noEmail', contact: 'noContact', part: 'isPart', status: 'mailNever' } as const

/** What follows from the choice, before it is made. */
function StatusHints({ state, rule }: { readonly state: string; readonly rule: MailRule | undefined }) {
  const { forms, relations } = useMessages()
  const { status } = forms
  const { signal, kind } = useReport()
  const related = useRelations(signal.id).data?.results ?? []
  const duplicates = related.filter((one) => one.kind === 'duplicate').length
  const parts = useChildren(signal.id, kind === 'parent').data?.results ?? []
  const openParts = parts.filter((part) => !['o', 'a', 's'].includes(part.status.state)).length
  const closesParts = (state === 'o' || state === 'a') && openParts > 0
  return (
    <div className="status-hints" role="status">
      {rule?.kind === 'always' && <Paragraph>{status.mailAlways}</Paragraph>}
      {rule?.kind === 'never' && <Paragraph>{status[WHY_NOT[rule.reason]]}</Paragraph>}
      {state === 'o' && <Paragraph>{status.handledHint}</Paragraph>}
      {state === 'o' && rule?.kind === 'always' && <Paragraph>{status.feedbackHint}</Paragraph>}
      {state === 'ready to send' && <Paragraph>{status.pushHint}</Paragraph>}
      {duplicates > 0 && rule?.kind !== 'never' && (
        <Alert kind="info">
          <Paragraph>{relations.alsoTo(duplicates)}</Paragraph>
        </Alert>
      )}
      {closesParts && (
        <Alert kind="warning">
          <Paragraph>{status.closesParts(openParts)}</Paragraph>
        </Alert>
      )}
    </div>
  )
}
