import { useState } from 'react'
import type { Attachment } from '../../api/wire.ts'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'
import { AttachmentDialog } from './AttachmentDialog.tsx'
import { canDeleteAttachment } from './can-delete.ts'

interface AttachmentItemProps {
  readonly attachment: Attachment
  readonly onView: () => void
}

export function AttachmentItem({ attachment, onView }: AttachmentItemProps) {
  const { language, messages } = useLanguage()
  const { photos } = messages.forms
  const { kind } = useReport()
  const rights = useRights()
  const [isEditing, setIsEditing] = useState(false)
  const { file_name: name, caption, created_by: by } = attachment
  const canEdit = rights.may('attachment.update') || canDeleteAttachment(rights, kind, by)
  return (
    <li className="photo">
      {attachment.is_image ? (
        <button type="button" className="photo__view" aria-haspopup="dialog" onClick={onView}>
          <img
            className="photo__image"
            src={attachment.thumbnail ?? attachment.location}
            alt={photos.view(caption || name)}
          />
        </button>
      ) : (
        <a
          className="photo__view photo__view--file"
          href={attachment.location}
          target="_blank"
          rel="noreferrer"
        >
          <StaffIcon name="paperclip" />
          <span className="signalen-visually-hidden">{photos.openFile(name)}</span>
        </a>
      )}
      <div className="photo__about">
        <span className="photo__name">{caption || name}</span>
        <small>
          {by === null ? photos.byReporter : photos.by(by.split('@')[0] ?? by)},{' '}
          {formatShortDateTime(attachment.created_at, language)}
        </small>
        {attachment.public && (
          <small className="photo__public">
            <StaffIcon name="eye" /> {photos.public}
          </small>
        )}
        {canEdit && (
          <button
            type="button"
            className="text-button photo__edit"
            aria-haspopup="dialog"
            onClick={() => setIsEditing(true)}
          >
            {messages.report.change}
            <span className="signalen-visually-hidden">
              {': '}
              {photos.edit}, {caption || name}
            </span>
          </button>
        )}
      </div>
      {isEditing && <AttachmentDialog attachment={attachment} onClose={() => setIsEditing(false)} />}
    </li>
  )
}
