import { Button, type FieldError, FormField, Icon, VisuallyHidden } from '@signalen/ui'
import type { DraftPhoto } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import { PHOTO_LIMITS } from '../rules/photo-limits.ts'

export interface PhotoFieldProps {
  readonly photos: readonly DraftPhoto[]
  readonly messages: Messages
  readonly errors: readonly FieldError[]
}

export const PHOTO_FIELD_ID = 'fotos'

export const ACCEPTED_PHOTOS = 'image/jpeg,image/png,image/gif,image/heic,image/heif'

/** Photos that are kept already, and the field for more. A script replaces all of it after an upload. */
export function PhotoField({ photos, messages, errors }: PhotoFieldProps) {
  const text = messages.photos
  const isFull = photos.length >= PHOTO_LIMITS.count
  const error = errors.find(({ fieldId }) => fieldId === PHOTO_FIELD_ID)?.message
  return (
    <div className="signalen-stack signalen-stack--tight" id="foto-deel" data-photos="">
      {!isFull && (
        <FormField
          id={PHOTO_FIELD_ID}
          name="_photos"
          label={text.label}
          note={messages.optional}
          description={text.hint}
          error={error}
        >
          <input
            type="file"
            id={PHOTO_FIELD_ID}
            name="_photos"
            accept={ACCEPTED_PHOTOS}
            multiple
            className="citizen-file"
            aria-describedby={
              error
                ? `${PHOTO_FIELD_ID}-description ${PHOTO_FIELD_ID}-error`
                : `${PHOTO_FIELD_ID}-description`
            }
            aria-invalid={error ? true : undefined}
            data-uploading={text.uploading}
            data-failed={text.uploadFailed}
            data-added={text.added}
            data-retry={messages.offline.photoRetry}
          />
          <label
            htmlFor={PHOTO_FIELD_ID}
            className="nl-button nl-button--secondary citizen-file-button citizen-with-script"
          >
            <span className="nl-button__icon-start">
              <Icon name="camera" />
            </span>
            <span className="nl-button__label">{text.choose}</span>
          </label>
        </FormField>
      )}
      {!isFull && (
        <div className="citizen-without-script">
          <Button type="submit" name="_action" value="photos" formNoValidate icon="camera">
            {text.add}
          </Button>
        </div>
      )}
      <p className="signalen-counter nl-paragraph" role="status" data-photo-status="" />
      {photos.length > 0 && <PhotoList photos={photos} messages={messages} />}
    </div>
  )
}

function PhotoList({ photos, messages }: Omit<PhotoFieldProps, 'errors'>) {
  return (
    <ul className="citizen-photos" aria-label={messages.photos.chosen}>
      {photos.map((photo, index) => (
        <li key={photo.id} className="citizen-photos__item">
          <PhotoPicture photo={photo} alt={`${messages.photos.number(index + 1)}: ${photo.name}`} />
          <Button
            type="submit"
            name="_action"
            value={`remove-photo:${photo.id}`}
            purpose="subtle"
            formNoValidate
            data-remove-photo={photo.name}
          >
            <Icon name="close" />
            <VisuallyHidden>{messages.photos.remove(photo.name)}</VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Few browsers can show a HEIC picture; its name stands in for it. */
export function PhotoPicture({ photo, alt }: { readonly photo: DraftPhoto; readonly alt: string }) {
  if (photo.type === 'image/heic') return <span className="citizen-photos__name">{photo.name}</span>
  return (
    <img
      className="citizen-photos__picture"
      src={`/melden/foto/${photo.id}`}
      alt={alt}
      loading="lazy"
      decoding="async"
      width={120}
      height={120}
    />
  )
}
