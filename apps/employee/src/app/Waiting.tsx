import { useComingUp } from '../keyboard/use-coming-up.ts'
import { useMessages } from '../language/language-context.tsx'

/** While the first screen is fetched. */
export function Waiting() {
  const { shell } = useMessages()
  useComingUp()
  return (
    <p className="broken-page" role="status">
      {shell.loading}
    </p>
  )
}
