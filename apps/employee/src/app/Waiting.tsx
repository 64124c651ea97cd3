import { useMessages } from '../language/language-context.tsx'

/** While the first screen is fetched. */
export function Waiting() {
  const { shell } = useMessages()
  return (
    <p className="broken-page" role="status">
      {shell.loading}
    </p>
  )
}
