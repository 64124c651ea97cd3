import type { ReactNode } from 'react'

interface TableFrameProps {
  readonly label: string
  readonly children: ReactNode
}

/** Around a table that may be wider than the screen: the keyboard can move it too. */
export function TableFrame({ label, children }: TableFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
