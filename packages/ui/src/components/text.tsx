import type { AnchorHTMLAttributes, ComponentPropsWithRef, HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type HeadingLevel = 1 | 2 | 3 | 4

const HEADING_CLASS: Readonly<Record<HeadingLevel, string>> = {
  1: 'nl-heading--level-1',
  2: 'nl-heading--level-2',
  3: 'nl-heading--level-3',
  4: 'nl-heading--level-4',
}

export interface HeadingProps extends ComponentPropsWithRef<'h1'> {
  readonly level: HeadingLevel
  /** When it must look like another level than it is in the outline of the page. */
  readonly look?: HeadingLevel
}

export function Heading({ level, look = level, className, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag {...rest} className={classNames('nl-heading', HEADING_CLASS[look], className)} />
}

export interface ParagraphProps extends HTMLAttributes<HTMLParagraphElement> {
  readonly lead?: boolean
}

export function Paragraph({ lead = false, className, ...rest }: ParagraphProps) {
  return <p {...rest} className={classNames('nl-paragraph', lead && 'nl-paragraph--lead', className)} />
}

export function Link({ className, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...rest} className={classNames('nl-link', className)} />
}

/** The first thing on a page for who uses the keyboard. */
export function SkipLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="nl-skip-link nl-skip-link--visible-on-focus">
      {children}
    </a>
  )
}

/** Text in another language than the page, so that it is read aloud rightly. */
export function InLanguage({
  lang,
  children,
}: {
  readonly lang: string | undefined
  readonly children: ReactNode
}) {
  return lang === undefined ? (
    children
  ) : (
    <span lang={lang} dir="ltr">
      {children}
    </span>
  )
}

export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="signalen-visually-hidden">{children}</span>
}

export function DataBadge({ className, ...rest }: HTMLAttributes<HTMLSpanElement>) {
  return <span {...rest} className={classNames('nl-data-badge', className)} />
}

/** Blocks under each other with the same distance. */
export function Stack({
  tight = false,
  className,
  ...rest
}: HTMLAttributes<HTMLDivElement> & { tight?: boolean }) {
  return (
    <div {...rest} className={classNames('signalen-stack', tight && 'signalen-stack--tight', className)} />
  )
}

/** The buttons at the end of a form. */
export function Actions({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={classNames('signalen-actions', className)} />
}
