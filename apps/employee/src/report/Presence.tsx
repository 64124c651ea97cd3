import type { Presence as PresenceAnswer } from '@signalen/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { read, request } from '../api/request.ts'
import { signalPath } from '../api/signals.ts'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useReport } from './report-context.tsx'

const EVERY = 10_000

/** Who else has this report open, as long as both look at it. */
export function Presence() {
  const { report } = useMessages()
  const { signal } = useReport()
  const path = signalPath(signal.id, '/presence')
  const { data } = useQuery({
    queryKey: ['presence', signal.id],
    queryFn: () => read<PresenceAnswer>(path, { method: 'PUT', body: {} }),
    refetchInterval: EVERY,
    retry: false,
    gcTime: 0,
  })
  useEffect(() => {
    return () => void request(path, { method: 'DELETE' }).catch(() => undefined)
  }, [path])
  const others = data?.others ?? []
  return (
    <div role="status">
      {others.length > 0 && (
        <p className="presence">
          <StaffIcon name="eye" />
          {report.alsoLooking(others)}
        </p>
      )}
    </div>
  )
}
