import { Button } from '@signalen/ui'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useMessages } from '../language/language-context.tsx'
import { StaffIcon } from './StaffIcon.tsx'

interface InlineEditProps {
  readonly label: string
  readonly value: ReactNode
  readonly canEdit: boolean
  /** The control, while it is being changed. */
  readonly children: ReactNode
  readonly onOpen?: () => void
  readonly onSave: () => void
}

/** A value that is changed where it stands: Escape leaves it as it was, and the focus comes back to it. */
export function InlineEdit({ label, value, canEdit, children, onOpen, onSave }: InlineEditProps) {
  const { report, shell } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus()
    else if (wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  function submit(event: FormEvent) {
    event.preventDefault()
    setIsOpen(false)
    onSave()
  }
  return (
    <div className="fact">
      <dt className="fact__label">{label}</dt>
      <dd className="fact__value">
        {isOpen ? (
          <form
            ref={form}
            className="fact__form"
            onSubmit={submit}
            onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
          >
            {children}
            <div className="fact__buttons">
              <Button type="submit" purpose="primary">
                {report.save}
              </Button>
              <Button purpose="subtle" onClick={() => setIsOpen(false)}>
                {shell.cancel}
              </Button>
            </div>
          </form>
        ) : (
          <>
            <span className="fact__text">{value}</span>
            {canEdit && (
              <button
                ref={button}
                type="button"
                className="icon-button icon-button--small"
                aria-label={report.changeWhat(label)}
                title={report.changeWhat(label)}
                onClick={() => {
                  onOpen?.()
                  setIsOpen(true)
                }}
              >
                <StaffIcon name="edit" />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  )
}

interface FactProps {
  readonly label: string
  readonly children: ReactNode
}

export function Fact({ label, children }: FactProps) {
  return (
    <div className="fact">
      <dt className="fact__label">{label}</dt>
      <dd className="fact__value">
        <span className="fact__text">{children}</span>
      </dd>
    </div>
  )
}

interface EditFactProps extends FactProps {
  readonly canEdit: boolean
  readonly onEdit: () => void
}

/** A value that is changed in a dialog. */
export function DialogFact({ label, children, canEdit, onEdit }: EditFactProps) {
  const { report } = useMessages()
  return (
    <div className="fact">
      <dt className="fact__label">{label}</dt>
      <dd className="fact__value">
        <span className="fact__text">{children}</span>
        {canEdit && (
          <button
            type="button"
            className="icon-button icon-button--small"
            aria-haspopup="dialog"
            aria-label={report.changeWhat(label)}
            title={report.changeWhat(label)}
            onClick={onEdit}
          >
            <StaffIcon name="edit" />
          </button>
        )}
      </dd>
    </div>
  )
}
