import { isClosedStatus, isStatusCode } from '@signalen/domain'
import { Actions, Alert, Button, Paragraph, RadioGroup, TextareaField, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { findNumber } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useDraft } from '../../state/use-draft.ts'
import { useReport } from '../report-context.tsx'
import { type RelationInput, useRelate } from './use-relate.ts'

interface RelateDialogProps {
  /** The other report, where it is known. */
  readonly other?: number | undefined
  readonly onClose: () => void
}

/** Which report this one belongs with, how, and what its reporter hears of it. */
export function RelateDialog({ other, onClose }: RelateDialogProps) {
  const { relations: texts, shell } = useMessages()
  const { signal } = useReport()
  const { relate, failure, isBusy } = useRelate(signal.id)
  const [number, setNumber] = useState(other === undefined ? '' : String(other))
  const [kind, setKind] = useState<RelationInput['kind']>('duplicate_of')
  const [text, setText, clearText] = useDraft(`relate:${signal.id}`, texts.standard)
  const [isWrong, setIsWrong] = useState(false)
  const { state } = signal.status
  const canMail =
    signal.reporter.email !== '' &&
    signal.reporter.allows_contact &&
    isStatusCode(state) &&
    !isClosedStatus(state)
  const words = kind === 'duplicate_of' && canMail ? text.trim() || null : null

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = findNumber(number)
    if (found === undefined) {
      setIsWrong(true)
      return document.getElementById('relate-number')?.focus()
    }
    if (await relate({ kind, signal: found, text: words })) {
      clearText()
      onClose()
    }
  }
  return (
    <Dialog title={texts.dialog} onClose={onClose}>
      <form
        className="signalen-stack signalen-stack--tight"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        {failure && (
          <Alert kind="error" role="alert">
            <Paragraph>{failure}</Paragraph>
          </Alert>
        )}
        <TextField
          id="relate-number"
          name="number"
          label={texts.number}
          required
          value={number}
          error={isWrong && findNumber(number) === undefined ? texts.numberWrong : undefined}
          onChange={(event) => setNumber(event.target.value)}
        />
        <RadioGroup
          id="relate-kind"
          name="kind"
          label={texts.kind}
          choices={[
            { value: 'duplicate_of', label: texts.isDuplicate },
            { value: 'linked', label: texts.isLinked },
          ]}
          selected={[kind]}
          onSelect={(value) => setKind(value === 'linked' ? 'linked' : 'duplicate_of')}
        />
        <p className="fact__note">{kind === 'linked' ? texts.isLinkedHint : texts.isDuplicateHint}</p>
        {kind === 'duplicate_of' && canMail && (
          <TextareaField
            id="relate-text"
            name="text"
            rows={4}
            label={texts.text}
            description={texts.textHint}
            note={shell.optional}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <Actions>
          <Button type="submit" purpose="primary" disabled={isBusy}>
            {words === null ? texts.save : texts.saveMail}
          </Button>
          <Button purpose="subtle" onClick={onClose}>
            {shell.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
