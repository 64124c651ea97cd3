import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { listMissing, useOutsideServices } from '../settings/operations/outside-services.ts'

/** Plainly there while something that staff lean on does not work. */
export function MissingBar() {
  const { user } = useRights()
  return <div role="status">{user && <Missing />}</div>
}

function Missing() {
  const { operations: texts } = useMessages()
  const { data } = useOutsideServices()
  const missing = listMissing(data ?? [], texts.missing)
  if (missing.length === 0) return null
  return (
    <p className="connection-bar">
      <strong>{texts.missingTitle}</strong> {missing.join(' ')}
    </p>
  )
}
