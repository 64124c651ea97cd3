import type { SignalListItem } from '@signalen/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { RequestRefused } from '../api/failures.ts'
import { read } from '../api/request.ts'
import { signalPath } from '../api/signals.ts'
import { announce } from '../components/announcer.tsx'
import { useMessages } from '../language/language-context.tsx'

/** Makes the report once, however often it is sent, then adds its files and shows it. */
export function useCreation() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { create: texts } = useMessages()
  const key = useRef(crypto.randomUUID())
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function create(body: unknown, files: readonly File[], onMade: () => void): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      const made = await read<SignalListItem>('/signals/v1/private/signals/', {
        method: 'POST',
        body,
        idempotencyKey: key.current,
      })
      const failed = await uploadAll(made.id, files)
      onMade()
      await navigate(`/incident/${made.id}`)
      announce(
        [texts.made(made.id_display), failed.length > 0 && texts.filesFailed(failed.join(', '))]
          .filter(Boolean)
          .join(' '),
      )
      void client.invalidateQueries({ queryKey: ['signals'] })
    } catch (failure) {
      // A refused report may be changed and is then another one; a lost answer asks for the same again.
      if (failure instanceof RequestRefused) key.current = crypto.randomUUID()
      setError(failure)
    } finally {
      setIsBusy(false)
    }
  }
  return { create, isBusy, error }
}

async function uploadAll(id: number, files: readonly File[]): Promise<string[]> {
  const failed: string[] = []
  for (const file of files) {
    const body = new FormData()
    body.append('file', file, file.name)
    await read(signalPath(id, '/attachments/'), { method: 'POST', body }).catch(() => failed.push(file.name))
  }
  return failed
}
