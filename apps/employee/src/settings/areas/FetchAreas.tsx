import { Alert, Button, Paragraph, TextField } from '@signalen/ui'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useFetchAreas } from './area-api.ts'
import type { AreaFile } from './read-area-file.ts'

/** Areas of a map server in the place of a file. */
export function FetchAreas({ onFound }: { readonly onFound: (found: AreaFile | undefined) => void }) {
  const messages = useMessages()
  const { areas: texts } = messages
  const [url, setUrl] = useState('')
  const [typeName, setTypeName] = useState('')
  const fetching = useFetchAreas()
  return (
    <details>
      <summary>{texts.fetch}</summary>
      <div className="settings__fields">
        <Paragraph>{texts.fetchHint}</Paragraph>
        {fetching.error !== null && (
          <Alert kind="error" role="alert">
            <Paragraph>{presentFailure(fetching.error, messages)}</Paragraph>
          </Alert>
        )}
        <TextField
          id="areas-url"
          name="url"
          type="url"
          label={texts.url}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <TextField
          id="areas-type-name"
          name="type_name"
          label={texts.typeName}
          description={texts.typeNameHint}
          value={typeName}
          onChange={(event) => setTypeName(event.target.value)}
        />
        <div>
          <Button
            disabled={fetching.isPending || url.trim() === ''}
            onClick={() =>
              fetching.mutate({ url: url.trim(), type_name: typeName.trim() }, { onSuccess: onFound })
            }
          >
            {fetching.isPending ? texts.fetching : texts.fetchNow}
          </Button>
        </div>
      </div>
    </details>
  )
}
