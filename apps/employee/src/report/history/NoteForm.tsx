import type { SignalDetail } from '@signalen/contract'
import { countCharacters, TEXT_LIMITS } from '@signalen/domain'
import { Actions, Button, TextareaField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { Dictation } from '../../field/Dictation.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useReport } from '../report-context.tsx'
import { MentionChoice } from './MentionChoice.tsx'

/** A word to colleagues. It stays in the field until the server has it. */
export function NoteForm() {
  const { report } = useMessages()
  const { signal, save } = useReport()
  const { may, user } = useRights()
  const [text, setText, clear] = useDraft(`note:${signal.id}`, '')
  const [fault, setFault] = useState<string>()
  const [caret, setCaret] = useState(0)
  if (!may('signal.addNote')) return null
  const left = TEXT_LIMITS.noteText - countCharacters(text)
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = findFault()
    setFault(found)
    if (found) return document.getElementById('note')?.focus()
    const note = { text: text.trim(), created_by: user?.email ?? null }
    void save({
      what: report.fields.note,
      body: { notes: [{ text: note.text }] },
      expect: (one: SignalDetail) => ({ ...one, notes: [note, ...one.notes] }),
      present: (one) => one.notes.map((each) => each.text).join('\n'),
      onlyAdds: true,
      onSaved: clear,
    })
  }
  function mention(next: string, at: number) {
    setText(next)
    setCaret(at)
    const field = document.getElementById('note')
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    // After the field has the new text.
    setTimeout(() => field.setSelectionRange(at, at))
  }
  function findFault(): string | undefined {
    if (text.trim() === '') return report.note.empty
    return left < 0 ? report.tooLong : undefined
  }
  return (
    <form className="note-form" noValidate onSubmit={submit}>
      <TextareaField
        id="note"
        name="note"
        rows={2}
        label={report.note.title}
        description={`${report.note.hint} ${report.note.mention}`}
        value={text}
        error={fault}
        counterText={text === '' ? undefined : report.left(left)}
        onChange={(event) => {
          setText(event.target.value)
          setCaret(event.target.selectionStart)
          setFault(undefined)
        }}
      />
      <MentionChoice text={text} caret={caret} onChoose={mention} />
      <Dictation value={text} onChange={setText} />
      {text !== '' && (
        <Actions>
          <Button type="submit" purpose="primary">
            {report.note.button}
          </Button>
        </Actions>
      )}
    </form>
  )
}
