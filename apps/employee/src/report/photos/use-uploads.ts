import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { findFileFault } from './file-rules.ts'

export interface FailedUpload {
  readonly name: string
  readonly reason: string
}

export interface Uploads {
  readonly busy: readonly string[]
  readonly failed: readonly FailedUpload[]
  add(files: readonly File[]): void
}

/** Files on their way to a report, one by one. */
export function useUploads(id: number): Uploads {
  const client = useQueryClient()
  const messages = useMessages()
  const { photos } = messages.forms
  const [busy, setBusy] = useState<readonly string[]>([])
  const [failed, setFailed] = useState<readonly FailedUpload[]>([])

  const upload = useCallback(
    async (file: File) => {
      const fault = findFileFault(file)
      const fail = (reason: string) => setFailed((before) => [...before, { name: file.name, reason }])
      if (fault) return fail(fault === 'type' ? photos.wrongType : photos.tooLarge)
      setBusy((before) => [...before, file.name])
      const body = new FormData()
      body.append('file', file, file.name)
      try {
        await read(signalPath(id, '/attachments/'), { method: 'POST', body })
        announce(photos.added(file.name))
      } catch (error) {
        fail(presentFailure(error, messages))
      } finally {
        setBusy((before) => before.filter((name) => name !== file.name))
      }
    },
    [id, messages, photos],
  )
  const add = useCallback(
    (files: readonly File[]) => {
      setFailed([])
      void files
        .reduce((before, file) => before.then(() => upload(file)), Promise.resolve())
        .then(() => client.invalidateQueries({ queryKey: ['signals', 'one', id] }))
    },
    [client, id, upload],
  )
  return { busy, failed, add }
}
