import type { ConfigurationImportAnswer } from '@signalen/contract'
import { Alert, Button, FormField, Heading, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read, request } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'

/** All that is set up as one file, out and in. */
export function Component() {
  const messages = useMessages()
  const { municipality: texts } = messages
  const { may } = useRights()
  const download = useMutation({
    mutationFn: async () => {
      const { body } = await request<unknown>(`${PRIVATE}/configuration`)
      saveFile(
        new Blob([`${JSON.stringify(body, null, 2)}\n`], { type: 'application/json' }),
        'gemeente.json',
      )
    },
  })
  return (
    <>
      <PageHeading title={texts.configurationTitle} />
      <Paragraph>{texts.configurationIntro}</Paragraph>
      {download.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(download.error, messages)}</Paragraph>
        </Alert>
      )}
      {may('configuration.export') && (
        <div>
          <Button disabled={download.isPending} onClick={() => download.mutate()}>
            {texts.download}
          </Button>
        </div>
      )}
      {may('configuration.import') && <ImportPart />}
    </>
  )
}

function ImportPart() {
  const messages = useMessages()
  const { municipality: texts, areas } = messages
  const client = useQueryClient()
  const [text, setText] = useState<string>()
  const bring = useMutation({
    mutationFn: (body: { readonly text: string; readonly dry_run: boolean }) =>
      read<ConfigurationImportAnswer>(`${PRIVATE}/configuration`, { method: 'POST', body }),
    onSuccess: async ({ is_stored: isStored }) => {
      if (!isStored) return
      await client.invalidateQueries()
      announce(texts.stored)
    },
  })
  const result = bring.data
  const canBring = result !== undefined && result.faults.length === 0 && result.changes.length > 0
  return (
    <section className="category-part" aria-labelledby="upload">
      <Heading level={2} look={4} id="upload">
        {texts.upload}
      </Heading>
      <Paragraph>{texts.uploadIntro}</Paragraph>
      <FormField id="configuration-file" name="file" label={areas.file}>
        <input
          id="configuration-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            bring.reset()
            void event.target.files?.[0]?.text().then(setText)
          }}
        />
      </FormField>
      <div className="signalen-actions">
        <Button
          disabled={text === undefined || bring.isPending}
          onClick={() => text !== undefined && bring.mutate({ text, dry_run: true })}
        >
          {areas.check}
        </Button>
        <Button
          purpose="primary"
          disabled={!canBring || result?.is_stored || bring.isPending}
          onClick={() => text !== undefined && bring.mutate({ text, dry_run: false })}
        >
          {areas.bringIn}
        </Button>
      </div>
      {bring.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(bring.error, messages)}</Paragraph>
        </Alert>
      )}
      {result && <Outcome result={result} />}
    </section>
  )
}

function Outcome({ result }: { readonly result: ConfigurationImportAnswer }) {
  const { municipality: texts, areas } = useMessages()
  const { faults, changes, is_stored: isStored } = result
  const isSound = faults.length === 0
  const words = changes.length === 0 ? texts.noChanges : texts.changes(changes.length)
  return (
    <>
      <div role="status">
        <Alert kind={isSound ? 'ok' : 'error'}>
          <Paragraph>
            {!isSound && texts.faults(faults.length)}
            {isSound && `${words}. ${isStored ? texts.stored : areas.sound}`}
          </Paragraph>
        </Alert>
      </div>
      <ul className="plain-lines">
        {faults.map(({ line, column, path, reason }) => (
          <li key={`${line} ${column} ${reason}`}>{texts.faultAt(line, path, reason)}</li>
        ))}
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </>
  )
}
