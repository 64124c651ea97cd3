import { Button } from '@signalen/ui'
import { Popover } from '../components/Popover.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useSessionState } from '../session/SessionGate.tsx'
import { signOut } from '../session/session.ts'

export function AccountMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { shell } = useMessages()
  const state = useSessionState()
  const email = state.kind === 'signed-in' || state.kind === 'over' ? state.session.email : ''
  const label = (
    <>
      <StaffIcon name="person" />
      <span className="signalen-visually-hidden">{shell.account}: </span>
      <span className="account__name">{email.split('@')[0]}</span>
    </>
  )
  return (
    <div className="account">
      <Popover label={label} className="shell__link">
        <p className="account__who">{shell.signedInAs(email)}</p>
        <LanguageChoice />
        <Button purpose="subtle" onClick={onHelp}>
          <StaffIcon name="keyboard" />
          {shell.help}
        </Button>
        <Button onClick={() => void signOut()}>{shell.signOut}</Button>
      </Popover>
    </div>
  )
}
