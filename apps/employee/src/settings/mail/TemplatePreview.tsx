import { Alert, Button, Paragraph, TextField } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import type { MailPreview } from '../../api/wire.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

interface TemplatePreviewProps {
  readonly templateKey: string
  readonly language: string
  readonly title: string
  readonly body: string
}

/** The mail as it would be with the text as it is now, about a report that exists. */
export function TemplatePreview({ templateKey, language, title, body }: TemplatePreviewProps) {
  const messages = useMessages()
  const texts = messages.settings.mail
  const [number, setNumber] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const preview = useMutation({
    mutationFn: (signal: number) =>
      read<MailPreview>(`${PRIVATE}/mail-templates/${templateKey}/preview?language=${language}`, {
        method: 'POST',
        body: { title, body, signal },
      }),
  })
  function show() {
    const id = Number(/(\d+)\s*$/.exec(number)?.[1])
    setIsWrong(!(id > 0))
    if (id > 0) preview.mutate(id)
  }
  return (
    <div className="create__part">
      <TextField
        id="preview-signal"
        name="signal"
        short
        inputMode="numeric"
        label={texts.previewSignal}
        value={number}
        error={isWrong ? texts.previewSignalWrong : undefined}
        onChange={(event) => setNumber(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          show()
        }}
      />
      <div>
        <Button disabled={preview.isPending} onClick={show}>
          {texts.preview}
        </Button>
      </div>
      {preview.error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(preview.error, messages)}</Paragraph>
        </Alert>
      )}
      {preview.data && (
        <Dialog title={texts.previewTitle} onClose={preview.reset} className="dialog--wide">
          <p>
            <strong>{texts.subject}:</strong> {preview.data.subject}
          </p>
          <iframe
            className="mail-preview__frame"
            title={texts.previewTitle}
            sandbox=""
            srcDoc={preview.data.html}
          />
        </Dialog>
      )}
    </div>
  )
}
