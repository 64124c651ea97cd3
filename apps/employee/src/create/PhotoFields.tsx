import { Heading, Icon } from '@signalen/ui'
import { useState } from 'react'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { findFileFault, UPLOAD_TYPES } from '../report/photos/file-rules.ts'

interface PhotoFieldsProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** Files that go with the report as soon as it has been made. */
export function PhotoFields({ files, onChange }: PhotoFieldsProps) {
  const { create, forms } = useMessages()
  const [refused, setRefused] = useState<readonly string[]>([])
  function add(chosen: readonly File[]) {
    const faulty = chosen.filter((file) => findFileFault(file) !== undefined)
    setRefused(faulty.map((file) => `${file.name}: ${faultText(file)}`))
    onChange([...files, ...chosen.filter((file) => !faulty.includes(file))])
  }
  const faultText = (file: File) =>
    findFileFault(file) === 'size' ? forms.photos.tooLarge : forms.photos.wrongType
  return (
    <div className="create__part">
      <Heading level={2} look={4}>
        {create.photos}
      </Heading>
      <div className="photos__add">
        <label className="file-button">
          <input
            type="file"
            multiple
            className="file-button__input"
            accept={UPLOAD_TYPES.join(',')}
            onChange={(event) => {
              add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <StaffIcon name="paperclip" />
          {forms.photos.add}
        </label>
      </div>
      <div role="status">
        {refused.map((line) => (
          <p key={line} className="utrecht-form-field-error-message">
            {line}
          </p>
        ))}
      </div>
      <ul className="chips__list">
        {files.map((file) => (
          <li key={`${file.name} ${file.size}`}>
            <button
              type="button"
              className="chip"
              aria-label={create.removeFile(file.name)}
              onClick={() => onChange(files.filter((one) => one !== file))}
            >
              {file.name}
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
