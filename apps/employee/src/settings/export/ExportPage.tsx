import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { RequestRefused } from '../../api/failures.ts'
import { request } from '../../api/request.ts'
import { PageHeading } from '../../components/Page.tsx'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

export function Component() {
  const messages = useMessages()
  const texts = messages.settings.export
  const fetchFile = useMutation({
    mutationFn: async () => {
      const { body, headers } = await request<Blob>(`${PRIVATE}/csv`)
      const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1]
      saveFile(body, name ?? 'signalen.zip')
    },
  })
  const isNone = fetchFile.error instanceof RequestRefused && fetchFile.error.status === 404
  return (
    <>
      <PageHeading title={texts.title} />
      <Paragraph>{texts.text}</Paragraph>
      {fetchFile.error && (
        <Alert kind={isNone ? 'info' : 'error'} role="alert">
          <Paragraph>{isNone ? texts.none : presentFailure(fetchFile.error, messages)}</Paragraph>
        </Alert>
      )}
      <div>
        <Button purpose="primary" disabled={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
          <StaffIcon name="download" />
          {fetchFile.isPending ? texts.busy : texts.button}
        </Button>
      </div>
    </>
  )
}
