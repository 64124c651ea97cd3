import { Alert, Paragraph } from '@signalen/ui'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { UPLOAD_TYPES } from './file-rules.ts'
import type { Uploads } from './use-uploads.ts'

export function AddFiles({ uploads }: { readonly uploads: Uploads }) {
  const { field, forms } = useMessages()
  const { photos } = forms
  const { may } = useRights()
  return (
    <div className="photos__add">
      <label className="file-button">
        <input
          type="file"
          multiple
          className="file-button__input"
          accept={UPLOAD_TYPES.join(',')}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <StaffIcon name="paperclip" />
        {photos.add}
      </label>
      <CameraButton uploads={uploads} label={photos.camera} />
      {may('attachment.update') && (
        <>
          <CameraButton uploads={uploads} label={field.before} caption={field.captionBefore} />
          <CameraButton uploads={uploads} label={field.after} caption={field.captionAfter} />
        </>
      )}
      <span className="fact__note">{photos.addHint}</span>
      <div role="status">
        {uploads.busy.map((name) => (
          <p key={name}>{photos.adding(name)}</p>
        ))}
      </div>
      {uploads.failed.map(({ name, reason }) => (
        <Alert key={name} kind="error" role="alert" title={photos.notAdded(name)}>
          <Paragraph>{reason}</Paragraph>
        </Alert>
      ))}
    </div>
  )
}

interface CameraButtonProps {
  readonly uploads: Uploads
  readonly label: string
  /** What the photo is called. */
  readonly caption?: string
}

/** On a phone: straight to the camera. */
function CameraButton({ uploads, label, caption }: CameraButtonProps) {
  return (
    <label className="file-button file-button--camera">
      <input
        type="file"
        className="file-button__input"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])], caption)
          event.target.value = ''
        }}
      />
      <StaffIcon name="plus" />
      {label}
    </label>
  )
}
