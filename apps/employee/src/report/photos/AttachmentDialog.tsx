import { TEXT_LIMITS } from '@signalen/domain'
import { Actions, Alert, Button, CheckboxField, Paragraph, TextField } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import type { Attachment } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'
import { canDeleteAttachment } from './can-delete.ts'

interface AttachmentDialogProps {
  readonly attachment: Attachment
  readonly onClose: () => void
}

export function AttachmentDialog({ attachment, onClose }: AttachmentDialogProps) {
  const messages = useMessages()
  const { forms, report, shell } = messages
  const { signal, kind } = useReport()
  const rights = useRights()
  const client = useQueryClient()
  const [caption, setCaption] = useState(attachment.caption ?? '')
  const [isPublic, setIsPublic] = useState(attachment.public)
  const [isSure, setIsSure] = useState(false)
  const path = new URL(attachment._links.self.href).pathname
  const refresh = () => client.invalidateQueries({ queryKey: ['signals', 'one', signal.id] })
  const update = useMutation({
    mutationFn: () =>
      read(path, { method: 'PATCH', body: { public: isPublic, caption: caption.trim() || null } }),
    onSuccess: async () => {
      await refresh()
      announce(report.saved(forms.photos.caption))
      onClose()
    },
  })
  const remove = useMutation({
    mutationFn: () => read(path, { method: 'DELETE' }),
    onSuccess: async () => {
      await refresh()
      announce(forms.photos.removed(attachment.file_name))
      onClose()
    },
  })
  const error = update.error ?? remove.error
  function submit(event: FormEvent) {
    event.preventDefault()
    update.mutate()
  }
  return (
    <Dialog title={attachment.file_name} onClose={onClose}>
      {error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      {rights.may('attachment.update') && (
        <form className="signalen-stack signalen-stack--tight" onSubmit={submit}>
          <TextField
            id="caption"
            name="caption"
            label={forms.photos.caption}
            note={shell.optional}
            maxLength={TEXT_LIMITS.caption}
            value={caption}
            onChange={(event) => setCaption(event.target.value)}
          />
          <CheckboxField
            id="attachment-public"
            name="public"
            label={forms.photos.public}
            checked={isPublic}
            onChange={(event) => setIsPublic(event.target.checked)}
          />
          <Actions>
            <Button type="submit" purpose="primary" disabled={update.isPending}>
              {report.save}
            </Button>
            <Button purpose="subtle" onClick={onClose}>
              {shell.cancel}
            </Button>
          </Actions>
        </form>
      )}
      {canDeleteAttachment(rights, kind, attachment.created_by) &&
        (isSure ? (
          <Alert kind="warning" role="alert">
            <Paragraph>{forms.photos.removeSure(attachment.file_name)}</Paragraph>
            <Actions>
              <Button negative disabled={remove.isPending} onClick={() => remove.mutate()}>
                {forms.photos.remove}
              </Button>
              <Button purpose="subtle" onClick={() => setIsSure(false)}>
                {shell.cancel}
              </Button>
            </Actions>
          </Alert>
        ) : (
          <div>
            <Button purpose="subtle" negative onClick={() => setIsSure(true)}>
              {forms.photos.remove}
            </Button>
          </div>
        ))}
    </Dialog>
  )
}
