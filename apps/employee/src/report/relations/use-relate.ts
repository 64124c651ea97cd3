import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { request } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'

export interface RelationInput {
  readonly kind: 'duplicate_of' | 'linked'
  readonly signal: number
  readonly text: string | null
}

/** Puts a report with another, or sets them apart; both are fetched anew, for both tell of it. */
export function useRelate(id: number) {
  const messages = useMessages()
  const client = useQueryClient()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function send(work: () => Promise<unknown>, said: string): Promise<boolean> {
    setFailure(undefined)
    setIsBusy(true)
    try {
      await work()
      await client.invalidateQueries({ queryKey: ['signals'] })
      announce(said)
      return true
    } catch (error) {
      setFailure(presentFailure(error, messages))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return {
    failure,
    isBusy,
    relate: (body: RelationInput) =>
      send(() => request(signalPath(id, '/relations'), { method: 'POST', body }), messages.relations.done),
    unrelate: (other: number) =>
      send(
        () => request(signalPath(id, `/relations/${other}`), { method: 'DELETE' }),
        messages.relations.ended,
      ),
  }
}
