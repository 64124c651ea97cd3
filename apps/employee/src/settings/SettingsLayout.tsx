import { NavLink, Outlet } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { listOpenSections } from './sections.ts'

/** The parts of the settings that one may manage, beside the one that is open. */
export function Component() {
  const { settings } = useMessages()
  const sections = listOpenSections(useRights())
  return (
    <div className="settings">
      <nav className="worklists" aria-label={settings.navigation}>
        <ul className="worklists__list">
          {sections.map(({ name, path }) => (
            <li key={name}>
              <NavLink className="worklists__link settings__link" to={`/instellingen/${path}`}>
                {settings.sections[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings__main">
        <Outlet />
      </div>
    </div>
  )
}
