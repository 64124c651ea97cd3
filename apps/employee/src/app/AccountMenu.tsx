import { Button } from '@signalen/ui'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useSessionState } from '../session/SessionGate.tsx'
import { signOut } from '../session/session.ts'

export function AccountMenu() {
  const { shell } = useMessages()
  const state = useSessionState()
  const email = state.kind === 'signed-in' || state.kind === 'over' ? state.session.email : ''
  return (
    <details className="account-menu">
      <summary className="account-menu__summary" aria-label={shell.account}>
        <StaffIcon name="person" />
        <span className="account-menu__name">{email}</span>
      </summary>
      <div className="account-menu__panel">
        <p className="account-menu__who">{shell.signedInAs(email)}</p>
        <LanguageChoice />
        <Button onClick={() => void signOut()}>{shell.signOut}</Button>
      </div>
    </details>
  )
}
