import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { presentFailure } from '../api/failure-text.ts'
import { Dialog } from '../components/Dialog.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useReport } from './report-context.tsx'

/** What did not go as expected: a refusal that was undone, or somebody else who was first. */
export function ChangeNotices() {
  const messages = useMessages()
  const { report, shell } = messages
  const { refusal, conflict, save, dismissRefusal, settleConflict } = useReport()
  return (
    <>
      {refusal && (
        <Alert kind="error" role="alert" title={report.undone(refusal.change.what)}>
          <Paragraph>{presentFailure(refusal.error, messages)}</Paragraph>
          <Actions>
            <Button onClick={() => void save(refusal.change)}>{shell.tryAgain}</Button>
            <Button purpose="subtle" onClick={dismissRefusal}>
              {report.dismiss}
            </Button>
          </Actions>
        </Alert>
      )}
      {conflict && (
        <Dialog title={report.conflict.title} onClose={() => settleConflict('theirs')}>
          <Paragraph>{report.conflict.text(conflict.change.what)}</Paragraph>
          <dl className="versions">
            <div className="versions__one">
              <dt>{report.conflict.before}</dt>
              <dd>{conflict.before || '–'}</dd>
            </div>
            <div className="versions__one">
              <dt>{report.conflict.theirs}</dt>
              <dd>{conflict.theirs || '–'}</dd>
            </div>
            <div className="versions__one">
              <dt>{report.conflict.mine}</dt>
              <dd>{conflict.mine || '–'}</dd>
            </div>
          </dl>
          <Actions>
            <Button purpose="primary" onClick={() => settleConflict('mine')}>
              {report.conflict.keepMine}
            </Button>
            <Button onClick={() => settleConflict('theirs')}>{report.conflict.keepTheirs}</Button>
          </Actions>
        </Dialog>
      )}
    </>
  )
}
