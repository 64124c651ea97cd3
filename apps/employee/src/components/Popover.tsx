import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface PopoverProps {
  readonly label: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A button with a small panel under it, which closes with Escape and when one goes elsewhere. */
export function Popover({ label, className = 'tool-button', children }: PopoverProps) {
  const [isOpen, setIsOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the controls in it
    <div
      className="popover"
      ref={frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setIsOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </button>
      <div id={id} className="popover__panel" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  )
}
