import type { SignalDetail } from '@signalen/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ConnectionLost, isConflict } from '../api/failures.ts'
import { request } from '../api/request.ts'
import { fetchSignal, type LoadedSignal, signalOptions, signalPath, toLoaded } from '../api/signals.ts'
import { announce } from '../components/announcer.tsx'
import { addOutgoing } from '../field/outbox.ts'
import { isTakenAlong } from '../field/taken-along.ts'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { type Change, type Conflict, findConflict } from './change.ts'

export interface Refusal {
  readonly change: Change
  readonly error: unknown
}

export interface ReportChanges {
  readonly isSaving: boolean
  readonly refusal: Refusal | undefined
  readonly conflict: Conflict | undefined
  /** Whether it was saved. */
  save(change: Change): Promise<boolean>
  dismissRefusal(): void
  settleConflict(keep: 'mine' | 'theirs'): void
}

/** Changes show at once, and go back visibly when the server says no. */
export function useReportChanges(id: number): ReportChanges {
  const client = useQueryClient()
  const { report, field } = useMessages()
  const by = useRights().user?.email
  const { queryKey } = signalOptions(id)
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [conflict, setConflict] = useState<Conflict>()
  const show = useCallback(
    (loaded: LoadedSignal) => client.setQueryData(queryKey, loaded),
    [client, queryKey],
  )

  const send = useCallback(
    async (change: Change, before: LoadedSignal) => {
      const ifMatch = change.onlyAdds ? undefined : before.etag
      const answer = await request<SignalDetail>(signalPath(id), {
        method: 'PATCH',
        body: change.body,
        ifMatch,
      })
      show(toLoaded(answer))
      refreshAround(client, id)
      announce(report.saved(change.what))
      change.onSaved?.()
    },
    [client, id, report, show],
  )

  const meet = useCallback(
    async (change: Change, before: LoadedSignal): Promise<boolean> => {
      const now = await fetchSignal(id)
      show(now)
      const found = findConflict(change, before.signal, now.signal)
      if (found) {
        setConflict(found)
        return false
      }
      await send(change, now)
      announce(report.alsoChanged)
      return true
    },
    [id, report, send, show],
  )

  /** Outside, without connection: it is sent later, and holds for as long. */
  const keep = useCallback(
    async ({ what, body, onlyAdds, onSaved }: Change, before: LoadedSignal, author: string) => {
      const ifMatch = onlyAdds ? undefined : before.etag
      await addOutgoing({
        kind: 'change',
        signalId: id,
        what,
        body,
        ifMatch,
        at: new Date().toISOString(),
        by: author,
      })
      announce(field.kept)
      onSaved?.()
    },
    [field, id],
  )

  const save = useCallback(
    async (change: Change): Promise<boolean> => {
      await client.cancelQueries({ queryKey, exact: true })
      const before = client.getQueryData<LoadedSignal>(queryKey)
      if (!before) return false
      setRefusal(undefined)
      setIsSaving(true)
      show({ ...before, signal: change.expect(before.signal) })
      try {
        await send(change, before)
        return true
      } catch (error) {
        if (error instanceof ConnectionLost && isTakenAlong(id) && by !== undefined) {
          await keep(change, before, by)
          return true
        }
        show(before)
        if (isConflict(error)) {
          return await meet(change, before).catch((later: unknown) => {
            setRefusal({ change, error: later })
            return false
          })
        }
        setRefusal({ change, error })
        return false
      } finally {
        setIsSaving(false)
      }
    },
    [by, client, id, keep, meet, queryKey, send, show],
  )

  const settleConflict = useCallback(
    (keep: 'mine' | 'theirs') => {
      setConflict(undefined)
      if (keep === 'mine' && conflict) void save(conflict.change)
    },
    [conflict, save],
  )
  const dismissRefusal = useCallback(() => setRefusal(undefined), [])
  return { isSaving, refusal, conflict, save, dismissRefusal, settleConflict }
}

/** What else shows the report: its history and the lists. */
function refreshAround(client: ReturnType<typeof useQueryClient>, id: number): void {
  const isOne = (key: readonly unknown[]) => key[1] === 'one' && key[2] === id
  void client.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === 'signals' && (isOne(queryKey) ? queryKey.length > 3 : queryKey[1] !== 'one'),
  })
}
