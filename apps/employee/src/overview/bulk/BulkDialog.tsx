import { Actions, Button } from '@signalen/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { Selection } from '../use-selection.ts'
import type { BulkAction } from './BulkBar.tsx'
import { BulkFields } from './BulkFields.tsx'
import { BulkResult } from './BulkResult.tsx'
import { type BulkInput, EMPTY_INPUT, findBulkFault, toBulkChange } from './bulk-input.ts'
import { changeMany, type Progress } from './change-many.ts'

interface BulkDialogProps {
  readonly action: BulkAction
  readonly selection: Selection
  readonly onClose: () => void
}

export function BulkDialog({ action, selection, onClose }: BulkDialogProps) {
  const { bulk, shell } = useMessages()
  const client = useQueryClient()
  const [ids] = useState(() => [...selection.ids])
  const [input, setInput] = useState<BulkInput>(EMPTY_INPUT)
  const [fault, setFault] = useState<ReturnType<typeof findBulkFault>>()
  const [progress, setProgress] = useState<Progress>()
  const [isRunning, setIsRunning] = useState(false)
  const isStopped = useRef(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = findBulkFault(action, input)
    setFault(found)
    if (found) return document.getElementById(`bulk-${found}`)?.focus()
    setIsRunning(true)
    const body = toBulkChange(action, input)
    const result = await changeMany({
      ids,
      change: (id) => read(signalPath(id), { method: 'PATCH', body }),
      onProgress: setProgress,
      isStopped: () => isStopped.current,
    })
    setProgress(result)
    setIsRunning(false)
    selection.set(result.done, false)
    void client.invalidateQueries({ queryKey: ['signals'] })
  }
  function close() {
    isStopped.current = true
    onClose()
  }
  return (
    <Dialog title={bulk.title[action]} onClose={close}>
      {progress || isRunning ? (
        <>
          <progress
            className="progress"
            aria-label={bulk.title[action]}
            max={ids.length}
            value={(progress?.done.length ?? 0) + (progress?.failures.length ?? 0)}
          />
          <BulkResult ids={ids} progress={progress} isRunning={isRunning} />
          <Actions>
            <Button purpose="primary" onClick={close}>
              {isRunning ? bulk.stop : shell.close}
            </Button>
          </Actions>
        </>
      ) : (
        <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
          <BulkFields action={action} input={input} fault={fault} onChange={setInput} />
          <Actions>
            <Button type="submit" purpose="primary">
              {bulk.apply(ids.length)}
            </Button>
            <Button purpose="subtle" onClick={close}>
              {shell.cancel}
            </Button>
          </Actions>
        </form>
      )}
    </Dialog>
  )
}
