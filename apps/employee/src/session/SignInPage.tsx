import { Alert, Button, ButtonLink, Heading, PageShell, Paragraph, Stack } from '@signalen/ui'
import { useEffect } from 'react'
import { Brand } from '../app/Brand.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { useMessages } from '../language/language-context.tsx'
import { signInAddress } from './session.ts'
import { refreshSession } from './session-store.ts'

export function SignInPage({ isReachable }: { readonly isReachable: boolean }) {
  const { shell } = useMessages()
  useEffect(() => {
    document.title = shell.title(shell.signIn.title)
  }, [shell])
  return (
    <PageShell skipText={shell.skip} brand={<Brand />} brandHref="/manage/" headerEnd={<LanguageChoice />}>
      <Stack>
        <Heading level={1}>{shell.signIn.title}</Heading>
        <SignInReason />
        {!isReachable && (
          <Alert kind="error" role="alert">
            <Paragraph>{shell.signIn.unreachable}</Paragraph>
          </Alert>
        )}
        <Paragraph lead>{shell.signIn.intro}</Paragraph>
        <div className="signalen-actions">
          {isReachable ? (
            <ButtonLink purpose="primary" href={signInAddress(returnAddress(window.location))}>
              {shell.signIn.button}
            </ButtonLink>
          ) : (
            <Button purpose="primary" onClick={() => void refreshSession()}>
              {shell.tryAgain}
            </Button>
          )}
        </div>
      </Stack>
    </PageShell>
  )
}

/** Why signing in did not work, when the server sent someone back with a reason. */
function SignInReason() {
  const { reasons } = useMessages().shell.signIn
  const given = new URLSearchParams(window.location.search).get('inloggen')
  if (!given) return null
  const reason = isReason(given, reasons) ? reasons[given] : reasons.mislukt
  return (
    <Alert kind={given === 'verlopen' ? 'warning' : 'error'} role="alert" title={reason.title}>
      <Paragraph>{reason.text}</Paragraph>
    </Alert>
  )
}

function isReason<Reasons extends object>(given: string, reasons: Reasons): given is keyof Reasons & string {
  return Object.hasOwn(reasons, given)
}

function returnAddress({ pathname, search }: Location): string {
  const query = new URLSearchParams(search)
  query.delete('inloggen')
  return query.size === 0 ? pathname : `${pathname}?${query}`
}
