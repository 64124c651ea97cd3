import { TextareaField } from '@signalen/ui'
import { useState } from 'react'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import type { Meta } from './written-question.ts'

/** Everything of a question as it is stored, for what has no field of its own. */
export function RawMeta({ id, meta, onChange }: MetaFieldsProps) {
  const { questions: texts } = useMessages()
  const stored = JSON.stringify(meta, null, 2)
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && readMeta(typed) === undefined
  return (
    <div className="settings__code-field">
      <TextareaField
        id={`${id}-raw`}
        name="meta"
        rows={8}
        spellCheck={false}
        label={texts.raw}
        description={texts.rawHint}
        value={typed ?? stored}
        error={isWrong ? texts.rawWrong : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          const read = readMeta(event.target.value)
          if (read) onChange(read)
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined)
        }}
      />
    </div>
  )
}

function readMeta(text: string): Meta | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isFields ? (value as Meta) : undefined
  } catch {
    return undefined
  }
}
