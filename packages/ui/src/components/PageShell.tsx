import type { ReactNode } from 'react'
import { Link, SkipLink } from './text.tsx'

export interface PageShellProps {
  readonly skipText: string
  readonly brand: ReactNode
  readonly brandHref: string
  /** At the other end of the header, such as the choice of language. */
  readonly headerEnd?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** Header, main part and footer. */
export function PageShell({ skipText, brand, brandHref, headerEnd, footer, children }: PageShellProps) {
  return (
    <div className="signalen-page">
      <SkipLink href="#inhoud">{skipText}</SkipLink>
      <header className="signalen-page__header">
        <div className="signalen-page__inner signalen-page__header-inner">
          <a className="signalen-page__brand" href={brandHref}>
            {brand}
          </a>
          {headerEnd}
        </div>
      </header>
      <main className="signalen-page__main" id="inhoud" tabIndex={-1}>
        <div className="signalen-page__inner">{children}</div>
      </main>
      {footer && (
        <footer className="signalen-page__footer">
          <div className="signalen-page__inner">{footer}</div>
        </footer>
      )}
    </div>
  )
}

export interface FooterLink {
  readonly href: string
  readonly label: string
}

export function FooterLinks({
  links,
  label,
}: {
  readonly links: readonly FooterLink[]
  readonly label: string
}) {
  return (
    <nav aria-label={label}>
      <ul className="signalen-page__footer-links">
        {links.map((link) => (
          <li key={link.href}>
            <Link href={link.href}>{link.label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
