import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'

export function Component() {
  const { shell } = useMessages()
  return <PageHeading title={shell.overview} />
}
