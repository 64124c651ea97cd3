import type { SignalDetail } from '@signalen/contract'
import { TEXT_LIMITS } from '@signalen/domain'
import {
  Actions,
  Alert,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Paragraph,
  SelectField,
  TextareaField,
} from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../api/failure-text.ts'
import { useCategories, useDepartments } from '../api/reference.ts'
import { useAttachments } from '../api/signals.ts'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useDraft } from '../state/use-draft.ts'
import { PartFields } from './PartFields.tsx'
import { countRoom, createPart, findPartFaults, type SplitInput } from './split-input.ts'
import { useSplit } from './use-split.ts'

export function SplitForm({ signal }: { readonly signal: SignalDetail }) {
  const messages = useMessages()
  const { forms, report, create, shell } = messages
  const texts = forms.split
  const categories = useCategories().data ?? []
  const directing = (useDepartments().data ?? []).filter(({ can_direct }) => can_direct)
  const attachments = useAttachments(signal.id).data?.results ?? []
  const [input, setInput, clear] = useDraft<SplitInput>(`split:${signal.id}`, {
    parts: [createPart(signal, 'first'), createPart(signal, 'second')],
    directingId: '',
    note: '',
    attachments: [],
  })
  const [attempt, setAttempt] = useState(0)
  const split = useSplit(signal)
  const faults = attempt > 0 ? findPartFaults(input.parts) : []
  const room = countRoom(signal._links['sia:children']?.length ?? 0)
  const errors = faults.map(({ key, field }) => ({
    fieldId: `part-${key}-${field}`,
    message: `${texts.part(input.parts.findIndex((part) => part.key === key) + 1)}: ${
      field === 'text' ? texts.textNeeded : create.categoryNeeded
    }`,
  }))
  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (findPartFaults(input.parts).length === 0) void split.split(input, categories, clear)
  }
  return (
    <form className="create__form" noValidate onSubmit={submit}>
      {errors.length > 0 && <ErrorSummary key={attempt} title={create.errors} errors={errors} />}
      {split.error !== undefined && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(split.error, messages)}</Paragraph>
        </Alert>
      )}
      {input.parts.map((part, index) => (
        <PartFields
          key={part.key}
          part={part}
          place={index + 1}
          faults={faults.filter(({ key }) => key === part.key).map(({ field }) => field)}
          onChange={(changed) =>
            setInput({ ...input, parts: input.parts.map((one) => (one.key === part.key ? changed : one)) })
          }
          onRemove={
            input.parts.length > 1
              ? () => setInput({ ...input, parts: input.parts.filter((one) => one.key !== part.key) })
              : undefined
          }
        />
      ))}
      {input.parts.length < room ? (
        <div>
          <Button
            onClick={() =>
              setInput({ ...input, parts: [...input.parts, createPart(signal, crypto.randomUUID())] })
            }
          >
            <StaffIcon name="plus" />
            {texts.add}
          </Button>
        </div>
      ) : (
        <Paragraph>{texts.most(10)}</Paragraph>
      )}
      {attachments.length > 0 && (
        <CheckboxGroup
          id="split-attachments"
          name="attachments"
          label={texts.attachments}
          choices={attachments.map(({ _links, caption, file_name }) => ({
            value: _links.self.href,
            label: caption || file_name,
          }))}
          selected={input.attachments}
          onSelect={(href, isChosen) =>
            setInput({
              ...input,
              attachments: isChosen
                ? [...input.attachments, href]
                : input.attachments.filter((one) => one !== href),
            })
          }
        />
      )}
      {directing.length > 0 && (
        <SelectField
          id="split-directing"
          name="directing"
          label={texts.directing}
          emptyLabel={report.responsibleDirects}
          options={directing.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={input.directingId}
          onChange={(event) => setInput({ ...input, directingId: event.target.value })}
        />
      )}
      <TextareaField
        id="split-note"
        name="note"
        rows={3}
        label={texts.note}
        note={shell.optional}
        maxLength={TEXT_LIMITS.noteText}
        value={input.note}
        onChange={(event) => setInput({ ...input, note: event.target.value })}
      />
      <Actions>
        <Button type="submit" purpose="primary" disabled={split.isBusy}>
          {texts.button(input.parts.length)}
        </Button>
      </Actions>
    </form>
  )
}
