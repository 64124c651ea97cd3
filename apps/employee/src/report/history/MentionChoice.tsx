import { useColleagues } from '../../api/reference.ts'
import { useMessages } from '../../language/language-context.tsx'
import { findTyping, insertMention, suggestColleagues } from './mention.ts'

interface MentionChoiceProps {
  readonly text: string
  readonly caret: number
  readonly onChoose: (text: string, caret: number) => void
}

/** Colleagues who fit what is typed after an @, to be chosen by button: with Tab from the field as well. */
export function MentionChoice({ text, caret, onChoose }: MentionChoiceProps) {
  const { report } = useMessages()
  const typed = findTyping(text, caret)
  const colleagues = useColleagues().data ?? []
  const found = typed === undefined ? [] : suggestColleagues(typed, colleagues)
  if (found.length === 0) return <div role="status" />
  return (
    <div role="status" className="mentions">
      <span className="fact__note">{report.note.mentions}:</span>
      {found.map((email) => (
        <button
          key={email}
          type="button"
          className="chip"
          onClick={() => {
            const inserted = insertMention(text, caret, email)
            onChoose(inserted.text, inserted.caret)
          }}
        >
          {email}
        </button>
      ))}
    </div>
  )
}
