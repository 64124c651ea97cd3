import { Heading } from '@signalen/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { HelpButton } from '../help/HelpButton.tsx'
import { useMessages } from '../language/language-context.tsx'

export interface PageHeadingProps {
  readonly title: string
  /** What stands in the title of the window, when that is more than the heading. */
  readonly windowTitle?: string
  readonly children?: ReactNode
  readonly keepsFocus?: boolean
}

let hasShownPage = false

/**
 * The heading of a screen. Someone who comes here from another screen starts at it, with the keyboard and
 * with a screen reader; only on the first page does the browser decide.
 */
export function PageHeading({ title, windowTitle, children, keepsFocus = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { shell } = useMessages()
  const { pathname } = useLocation()
  const navigation = useNavigationType()
  useEffect(() => {
    document.title = shell.title(windowTitle ?? title)
  }, [shell, title, windowTitle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with the address only
  useEffect(() => {
    if (hasShownPage && !keepsFocus && navigation !== 'REPLACE')
      heading.current?.focus({ preventScroll: true })
    hasShownPage = true
  }, [pathname])
  return (
    // The help stands before the heading, where the focus begins: it is in nobody's way.
    <div className="page-heading">
      <HelpButton />
      <Heading level={1} look={2} tabIndex={-1} ref={heading}>
        {children ?? title}
      </Heading>
    </div>
  )
}
