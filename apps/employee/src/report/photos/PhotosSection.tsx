import { Heading } from '@signalen/ui'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { useAttachments } from '../../api/signals.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'
import { AddFiles } from './AddFiles.tsx'
import { AttachmentItem } from './AttachmentItem.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import { useUploads } from './use-uploads.ts'

/** Photos and files of the reporter and of colleagues; to be added by button, by dragging and by pasting. */
export function PhotosSection() {
  const { report, forms } = useMessages()
  const { signal } = useReport()
  const { may } = useRights()
  const attachments = useAttachments(signal.id).data?.results ?? []
  const uploads = useUploads(signal.id)
  const [viewed, setViewed] = useState<number>()
  const [isOver, setIsOver] = useState(false)
  const canAdd = may('attachment.add')
  const images = attachments.filter(({ is_image }) => is_image)

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    uploads.add([...event.dataTransfer.files])
  }
  function paste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    uploads.add(files)
  }
  const receiving = canAdd && {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: drop,
    onPaste: paste,
  }
  return (
    <section className={isOver ? 'photos photos--over' : 'photos'} aria-labelledby="photos" {...receiving}>
      <Heading level={2} look={4} id="photos">
        {report.photos}
      </Heading>
      {attachments.length === 0 && <p className="fact__note">{forms.photos.none}</p>}
      <ul className="photos__list">
        {attachments.map((attachment) => (
          <AttachmentItem
            key={attachment._links.self.href}
            attachment={attachment}
            onView={() => setViewed(images.indexOf(attachment))}
          />
        ))}
      </ul>
      {canAdd && <AddFiles uploads={uploads} />}
      {isOver && <p className="photos__drop">{forms.photos.dropHere}</p>}
      {viewed !== undefined && (
        <PhotoViewer photos={images} start={viewed} onClose={() => setViewed(undefined)} />
      )}
    </section>
  )
}
