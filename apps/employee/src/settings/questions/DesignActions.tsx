import type { DesignFault, WireQuestion } from '@signalen/domain'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useRef, useState } from 'react'
import { saveFile } from '../../components/save-file.ts'
import { useMessages } from '../../language/language-context.tsx'
import { readQuestionFile, writeQuestionFile } from './written-question.ts'

interface DesignActionsProps {
  readonly questions: readonly WireQuestion[]
  readonly faults: readonly DesignFault[]
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly hasDraft: boolean
  /** Of the file that is saved. */
  readonly name: string
  readonly onLoad: (questions: readonly WireQuestion[]) => void
  readonly onAct: (kind: 'save' | 'publish' | 'drop') => void
}

export function DesignActions(props: DesignActionsProps) {
  const { questions, faults, isChanged, isBusy, hasDraft, name, onLoad, onAct } = props
  const { questions: texts } = useMessages()
  const canPublish = faults.length === 0 && (isChanged || hasDraft)
  return (
    <div className="question-design__actions">
      {faults.length > 0 && <Paragraph>{texts.faultsFirst(faults.length)}</Paragraph>}
      <Actions>
        <Button purpose="primary" disabled={isBusy || !canPublish} onClick={() => onAct('publish')}>
          {texts.publish}
        </Button>
        <Button disabled={isBusy || !isChanged} onClick={() => onAct('save')}>
          {texts.saveDraft}
        </Button>
        {hasDraft && (
          <Button purpose="subtle" negative disabled={isBusy} onClick={() => onAct('drop')}>
            {texts.dropDraft}
          </Button>
        )}
      </Actions>
      <Actions>
        <Button
          purpose="subtle"
          onClick={() =>
            saveFile(new Blob([writeQuestionFile(questions)], { type: 'application/json' }), `${name}.json`)
          }
        >
          {texts.exportFile}
        </Button>
        <ImportButton onLoad={onLoad} />
      </Actions>
    </div>
  )
}

function ImportButton({ onLoad }: Pick<DesignActionsProps, 'onLoad'>) {
  const { questions: texts } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [isWrong, setIsWrong] = useState(false)
  async function load(file: File | undefined) {
    if (!file) return
    const questions = readQuestionFile(await file.text())
    setIsWrong(questions === undefined)
    if (questions) onLoad(questions)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={texts.importFile}
        onChange={(event) => {
          void load(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button purpose="subtle" onClick={() => input.current?.click()}>
        {texts.importFile}
      </Button>
      {isWrong && (
        <Alert kind="error" role="alert">
          <Paragraph>{texts.importWrong}</Paragraph>
        </Alert>
      )}
    </>
  )
}
