import { Alert, Paragraph } from '@signalen/ui'
import { presentFailure } from '../api/failure-text.ts'
import { useMessages } from '../language/language-context.tsx'

export function LoadFailure({ error }: { readonly error: unknown }) {
  const messages = useMessages()
  return (
    <Alert kind="error" role="alert">
      <Paragraph>{presentFailure(error, messages)}</Paragraph>
    </Alert>
  )
}
