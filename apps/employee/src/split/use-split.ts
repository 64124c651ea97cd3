import type { SignalDetail } from '@signalen/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { RequestRefused } from '../api/failures.ts'
import { read } from '../api/request.ts'
import { signalPath } from '../api/signals.ts'
import type { Category } from '../api/wire.ts'
import { announce } from '../components/announcer.tsx'
import { useMessages } from '../language/language-context.tsx'
import { type SplitInput, toParentChange, toParts } from './split-input.ts'

/** Makes the parts, all or none, and then what changes of the report itself. */
export function useSplit(signal: SignalDetail) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const texts = useMessages().forms.split
  const key = useRef(crypto.randomUUID())
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function split(
    input: SplitInput,
    categories: readonly Category[],
    onMade: () => void,
  ): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      await read('/signals/v1/private/signals/', {
        method: 'POST',
        body: toParts(signal, input, categories),
        idempotencyKey: key.current,
      })
      const change = toParentChange(input)
      const isChanged = await changeParent(signal.id, change)
      onMade()
      await client.invalidateQueries({ queryKey: ['signals'] })
      await navigate(`/incident/${signal.id}`)
      announce(isChanged ? texts.done(input.parts.length) : texts.partlyDone)
    } catch (failure) {
      if (failure instanceof RequestRefused) key.current = crypto.randomUUID()
      setError(failure)
    } finally {
      setIsBusy(false)
    }
  }
  return { split, isBusy, error }
}

async function changeParent(id: number, change: Record<string, unknown> | undefined): Promise<boolean> {
  if (!change) return true
  return read(signalPath(id), { method: 'PATCH', body: change }).then(
    () => true,
    () => false,
  )
}
