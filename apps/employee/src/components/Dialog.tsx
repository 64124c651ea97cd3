import { classNames, Heading, Icon } from '@signalen/ui'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useMessages } from '../language/language-context.tsx'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Absent when there is no way around it. */
  readonly onClose?: () => void
  readonly className?: string
  /** Along the side, for what is looked at beside the page. */
  readonly isDrawer?: boolean
}

const FIRST_FIELD = '.dialog__body :is(input, select, textarea):not([disabled])'

/** The browser's own modal dialog: it keeps the focus in, and gives it back where it came from. */
export function Dialog({ title, children, onClose, className, isDrawer = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { close } = useMessages().shell
  // Before what is in it measures itself, as a map does.
  useLayoutEffect(() => {
    const dialog = element.current
    const opener = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    // What one came for is in the first field; the browser would begin at the way out. Where there is no keyboard
    // but on the screen, it would come up over the dialog.
    if (matchMedia('(pointer: fine)').matches) dialog?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={classNames('dialog', isDrawer && 'dialog--drawer', className)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A dialog inside this one, or a file field, is cancelled by itself.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
    >
      <div className="dialog__head">
        <Heading level={2} look={3} id={titleId}>
          {title}
        </Heading>
        {onClose && (
          <button type="button" className="icon-button" aria-label={close} title={close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div className="dialog__body">{children}</div>
    </dialog>
  )
}
