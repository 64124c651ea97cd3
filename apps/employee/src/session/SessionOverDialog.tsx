import { Button, ButtonLink, Paragraph } from '@signalen/ui'
import { useEffect } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { useMessages } from '../language/language-context.tsx'
import { signInAddress } from './session.ts'
import { refreshSession } from './session-store.ts'

/** Where the window that signs in ends: it tells the others, and closes. */
const ARRIVAL = '/manage/ingelogd'

export function SessionOverDialog() {
  const { sessionOver } = useMessages().shell
  useEffect(() => {
    const look = () => void refreshSession()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  const here = window.location.pathname + window.location.search
  return (
    <Dialog title={sessionOver.title}>
      <Paragraph>{sessionOver.text}</Paragraph>
      <Paragraph>
        <small>{sessionOver.opensWindow}</small>
      </Paragraph>
      <div className="signalen-actions">
        <Button
          purpose="primary"
          onClick={() =>
            window.open(signInAddress(ARRIVAL), 'signalen-inloggen', 'popup,width=560,height=720')
          }
        >
          {sessionOver.button}
        </Button>
        <ButtonLink purpose="subtle" href={signInAddress(here)}>
          {sessionOver.here}
        </ButtonLink>
      </div>
    </Dialog>
  )
}
