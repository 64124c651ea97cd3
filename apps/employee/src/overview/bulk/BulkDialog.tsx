import type { BulkChangePreviewAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { BULK_KEY, type BulkBody, previewBulk, startBulk } from '../../api/bulk.ts'
import { presentFailure } from '../../api/failure-text.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { type ListQuery, toApiFilters } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { Selection } from '../use-selection.ts'
import type { BulkAction } from './BulkBar.tsx'
import { BulkFields } from './BulkFields.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import { type BulkInput, EMPTY_INPUT, findBulkFault, toBulkChange } from './bulk-input.ts'

interface BulkDialogProps {
  readonly action: BulkAction
  readonly query: ListQuery
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
}

/** What is to change, then what that comes to, and only then it happens. */
export function BulkDialog({ action, query, selection, count, onClose }: BulkDialogProps) {
  const messages = useMessages()
  const { bulk, shell } = messages
  const client = useQueryClient()
  const [input, setInput] = useState<BulkInput>(EMPTY_INPUT)
  const [fault, setFault] = useState<ReturnType<typeof findBulkFault>>()
  const [preview, setPreview] = useState<BulkChangePreviewAnswer>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const body: BulkBody = {
    ...(selection.isAll ? { filter: toApiFilters(query.filters) } : { signals: [...selection.ids] }),
    changes: toBulkChange(action, input),
  }

  async function work(step: () => Promise<void>) {
    setIsBusy(true)
    setFailure(undefined)
    try {
      await step()
    } catch (error) {
      setFailure(presentFailure(error, messages))
    } finally {
      setIsBusy(false)
    }
  }
  function look(event: FormEvent) {
    event.preventDefault()
    const found = findBulkFault(action, input)
    setFault(found)
    if (found) return document.getElementById(`bulk-${found}`)?.focus()
    void work(async () => setPreview(await previewBulk(body)))
  }
  function start() {
    void work(async () => {
      client.setQueryData(BULK_KEY, await startBulk(body))
      selection.clear()
      onClose()
    })
  }
  return (
    <Dialog title={bulk.title[action]} onClose={onClose}>
      {failure && (
        <Alert kind="error" role="alert">
          <Paragraph>{failure}</Paragraph>
        </Alert>
      )}
      {preview ? (
        <>
          <BulkPreview preview={preview} />
          <Actions>
            <Button purpose="primary" disabled={isBusy || preview.changing === 0} onClick={start}>
              {bulk.apply(preview.changing)}
            </Button>
            <Button purpose="subtle" onClick={() => setPreview(undefined)}>
              {bulk.back}
            </Button>
          </Actions>
        </>
      ) : (
        <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={look}>
          <BulkFields action={action} input={input} fault={fault} onChange={setInput} />
          <Actions>
            <Button type="submit" purpose="primary" disabled={isBusy}>
              {bulk.look(count)}
            </Button>
            <Button purpose="subtle" onClick={onClose}>
              {shell.cancel}
            </Button>
          </Actions>
        </form>
      )}
    </Dialog>
  )
}
