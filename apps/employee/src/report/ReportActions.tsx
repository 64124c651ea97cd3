import { isClosedStatus, isStatusCode, MOST_CHILDREN } from '@signalen/domain'
import { Button } from '@signalen/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { read } from '../api/request.ts'
import { signalPath } from '../api/signals.ts'
import { announce } from '../components/announcer.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { saveFile } from '../components/save-file.ts'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import type { DialogProps } from './dialogs.ts'
import { useReport } from './report-context.tsx'
import { ForwardDialog } from './status/ForwardDialog.tsx'
import { listChoosableStatuses } from './status/status-rules.ts'

/** What can be done with the report as a whole, as far as it may be done now. */
export function ReportActions({ dialog, onDialog }: DialogProps) {
  const { report, forms } = useMessages()
  const { signal, kind, childCount } = useReport()
  const { may } = useRights()
  const navigate = useNavigate()
  const { state } = signal.status
  const isClosed = isStatusCode(state) && isClosedStatus(state)
  const canSplit = may('signal.split') && !isClosed && kind !== 'child' && childCount < MOST_CHILDREN
  const canForward =
    may('signal.changeStatus') && listChoosableStatuses(state, true).includes('forward to external')
  return (
    <div className="report__actions">
      {may('signal.changeStatus') && (
        <Button purpose="primary" aria-haspopup="dialog" onClick={() => onDialog('status')}>
          {forms.status.title}
        </Button>
      )}
      {canForward && (
        <Button aria-haspopup="dialog" onClick={() => onDialog('forward')}>
          <StaffIcon name="forward" />
          {report.forward}
        </Button>
      )}
      {canSplit && (
        <Button onClick={() => void navigate(`/incident/${signal.id}/split`)}>
          <StaffIcon name="split" />
          {report.split}
        </Button>
      )}
      <PdfButton />
      <CopyLinkButton />
      {dialog === 'forward' && <ForwardDialog onClose={() => onDialog(undefined)} />}
    </div>
  )
}

function PdfButton() {
  const messages = useMessages()
  const { signal } = useReport()
  const [isBusy, setIsBusy] = useState(false)
  async function download() {
    setIsBusy(true)
    try {
      saveFile(await read<Blob>(signalPath(signal.id, '/pdf/')), `${signal.id_display}.pdf`)
    } catch (error) {
      announce(presentFailure(error, messages))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Button disabled={isBusy} onClick={() => void download()}>
      <StaffIcon name="download" />
      {isBusy ? messages.report.pdfBusy : messages.report.pdf}
    </Button>
  )
}

function CopyLinkButton() {
  const { report } = useMessages()
  const { signal } = useReport()
  const address = `${window.location.origin}/manage/incident/${signal.id}`
  return (
    <Button
      onClick={() => void navigator.clipboard.writeText(address).then(() => announce(report.linkCopied))}
    >
      <StaffIcon name="link" />
      {report.copyLink}
    </Button>
  )
}
