import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { ConnectionLost } from '../../api/failures.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import type { Attachment } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { addOutgoing } from '../../field/outbox.ts'
import { isTakenAlong } from '../../field/taken-along.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { findFileFault } from './file-rules.ts'

export interface FailedUpload {
  readonly name: string
  readonly reason: string
}

export interface Uploads {
  readonly busy: readonly string[]
  readonly failed: readonly FailedUpload[]
  /** With what it is called, where the button says so. */
  add(files: readonly File[], caption?: string): void
}

/** Files on their way to a report, one by one. */
export function useUploads(id: number): Uploads {
  const client = useQueryClient()
  const messages = useMessages()
  const { photos } = messages.forms
  const { field } = messages
  const by = useRights().user?.email
  const [busy, setBusy] = useState<readonly string[]>([])
  const [failed, setFailed] = useState<readonly FailedUpload[]>([])

  const upload = useCallback(
    async (file: File, caption: string | undefined) => {
      const fault = findFileFault(file)
      const fail = (reason: string) => setFailed((before) => [...before, { name: file.name, reason }])
      if (fault) return fail(fault === 'type' ? photos.wrongType : photos.tooLarge)
      setBusy((before) => [...before, file.name])
      const body = new FormData()
      body.append('file', file, file.name)
      try {
        const added = await read<Attachment>(signalPath(id, '/attachments/'), { method: 'POST', body })
        if (caption)
          await read(new URL(added._links.self.href).pathname, { method: 'PATCH', body: { caption } })
        announce(photos.added(file.name))
      } catch (error) {
        if (error instanceof ConnectionLost && isTakenAlong(id) && by !== undefined) {
          const kept = { signalId: id, what: caption ?? field.photo, at: new Date().toISOString(), by }
          await addOutgoing({ ...kept, kind: 'file', file, name: file.name, caption })
          announce(field.kept)
        } else fail(presentFailure(error, messages))
      } finally {
        setBusy((before) => before.filter((name) => name !== file.name))
      }
    },
    [by, field, id, messages, photos],
  )
  const add = useCallback(
    (files: readonly File[], caption?: string) => {
      setFailed([])
      void files
        .reduce((before, file) => before.then(() => upload(file, caption)), Promise.resolve())
        .then(() => client.invalidateQueries({ queryKey: ['signals', 'one', id] }))
    },
    [client, id, upload],
  )
  return { busy, failed, add }
}
