import { SkipLink } from '@signalen/ui'
import { NavLink, Outlet, ScrollRestoration } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'

/** Header, navigation and the screen that is open. */
export function Shell() {
  const { shell } = useMessages()
  return (
    <div className="shell">
      <SkipLink href="#inhoud">{shell.skip}</SkipLink>
      <header className="shell__header">
        <NavLink className="signalen-page__brand shell__brand" to="/incidents">
          <Brand />
        </NavLink>
        <nav className="shell__navigation" aria-label={shell.navigation}>
          <NavLink className="shell__link" to="/incidents">
            {shell.overview}
          </NavLink>
        </nav>
        <AccountMenu />
      </header>
      <main className="shell__main" id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  )
}
