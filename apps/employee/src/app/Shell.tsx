import { SkipLink } from '@signalen/ui'
import { useState } from 'react'
import { NavLink, Outlet, ScrollRestoration, useNavigate, useNavigation } from 'react-router'
import { CommandPalette } from '../commands/CommandPalette.tsx'
import { Announcer } from '../components/announcer.tsx'
import { StaffIcon, type StaffIconName } from '../components/StaffIcon.tsx'
import { useSendingOutbox } from '../field/use-outbox.ts'
import { ReleaseBar } from '../help/ReleaseBar.tsx'
import { ShortcutsDialog } from '../keyboard/ShortcutsDialog.tsx'
import { useComingUp } from '../keyboard/use-coming-up.ts'
import { usePaletteKey } from '../keyboard/use-palette-key.ts'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import { useMessages } from '../language/language-context.tsx'
import { useLive } from '../live/use-live.ts'
import { useRights } from '../rights/use-rights.ts'
import { canOpenSettings } from '../settings/sections.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { MissingBar } from './MissingBar.tsx'

/** Header, navigation and the screen that is open. */
export function Shell() {
  const { shell } = useMessages()
  const navigate = useNavigate()
  const { user } = useRights()
  const [isHelping, setIsHelping] = useState(false)
  const [isCommanding, setIsCommanding] = useState(false)
  useLive()
  useSendingOutbox(user?.email)
  useComingUp(useNavigation().state !== 'idle' || user === undefined)
  usePaletteKey(() => setIsCommanding(true))
  useShortcuts({
    '?': () => setIsHelping(true),
    o: () => void navigate('/incidents'),
    n: () => void navigate('/incident/nieuw'),
  })
  return (
    <div className="shell">
      <SkipLink href="#inhoud">{shell.skip}</SkipLink>
      <header className="shell__header">
        <NavLink className="signalen-page__brand shell__brand" to="/incidents" aria-label={shell.home}>
          <Brand />
        </NavLink>
        <MainNavigation />
        <AccountMenu onHelp={() => setIsHelping(true)} />
      </header>
      <ConnectionBar />
      <MissingBar />
      <ReleaseBar />
      <main className="shell__main" id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
      <Announcer />
      {isCommanding && <CommandPalette onClose={() => setIsCommanding(false)} />}
      {isHelping && <ShortcutsDialog onClose={() => setIsHelping(false)} />}
      <ScrollRestoration />
    </div>
  )
}

function MainNavigation() {
  const { shell } = useMessages()
  const rights = useRights()
  return (
    <nav className="shell__navigation" aria-label={shell.navigation}>
      <MainLink to="/incidents" icon="list" label={shell.overview} />
      {rights.may('signal.create') && <MainLink to="/incident/nieuw" icon="plus" label={shell.create} />}
      <MainLink to="/route" icon="map" label={shell.route} />
      {rights.may('report.read') && <MainLink to="/signalering" icon="chart" label={shell.figures} />}
      {canOpenSettings(rights) && <MainLink to="/instellingen" icon="gear" label={shell.settings} />}
    </nav>
  )
}

interface MainLinkProps {
  readonly to: string
  readonly icon: StaffIconName
  readonly label: string
}

function MainLink({ to, icon, label }: MainLinkProps) {
  return (
    <NavLink className="shell__link" to={to}>
      <StaffIcon name={icon} />
      <span className="shell__label">{label}</span>
    </NavLink>
  )
}
