import { Alert, Button, Paragraph, Stack } from '@signalen/ui'
import { Link } from 'react-router'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'

export function NotFoundPage() {
  const { shell } = useMessages()
  return (
    <Stack>
      <PageHeading title={shell.notFound} />
      <Paragraph>{shell.notFoundText}</Paragraph>
      <Paragraph>
        <Link className="nl-link" to="/incidents">
          {shell.toOverview}
        </Link>
      </Paragraph>
    </Stack>
  )
}

/** A fault of ours, or a part of the app that could not be fetched. */
export function BrokenPage() {
  const { shell } = useMessages()
  return (
    <main className="broken-page">
      <Alert kind="error" role="alert" title={shell.brokenTitle} titleLevel={1}>
        <Paragraph>{shell.brokenText}</Paragraph>
        <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
      </Alert>
    </main>
  )
}
