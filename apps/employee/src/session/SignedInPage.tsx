import { Heading, Paragraph, Stack } from '@signalen/ui'
import { useEffect } from 'react'
import { useMessages } from '../language/language-context.tsx'
import { announceSignIn } from './session-store.ts'

/** Where the window ends that was opened to sign in again: the page that waited goes on by itself. */
export function SignedInPage() {
  const { shell } = useMessages()
  useEffect(() => {
    document.title = shell.title(shell.signedIn.title)
    announceSignIn()
    window.close()
  }, [shell])
  return (
    <main className="broken-page">
      <Stack>
        <Heading level={1}>{shell.signedIn.title}</Heading>
        <Paragraph>{shell.signedIn.text}</Paragraph>
      </Stack>
    </main>
  )
}
