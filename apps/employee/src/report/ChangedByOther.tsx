import { useEffect, useRef, useState } from 'react'
import { isOwnChange } from '../api/own-changes.ts'
import type { LoadedSignal } from '../api/signals.ts'
import { useMessages } from '../language/language-context.tsx'
import { versionOf } from '../live/version-of.ts'

/** Says so when a colleague changed the report that is open. */
export function ChangedByOther({ loaded }: { readonly loaded: LoadedSignal }) {
  const { report } = useMessages()
  const version = versionOf(loaded.etag)
  const seen = useRef(version)
  const [isChanged, setIsChanged] = useState(false)
  useEffect(() => {
    if (version > seen.current && !isOwnChange()) setIsChanged(true)
    seen.current = Math.max(seen.current, version)
  }, [version])
  return (
    <div role="status">
      {isChanged && (
        <p className="presence">
          {report.refreshed}
          <button type="button" className="text-button" onClick={() => setIsChanged(false)}>
            {report.dismiss}
          </button>
        </p>
      )}
    </div>
  )
}
