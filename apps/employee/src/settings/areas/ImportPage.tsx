import { Alert, Button, FormField, Paragraph, SelectField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { PageHeading } from '../../components/Page.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { LazyAreasMap } from '../../map/LazyMap.tsx'
import { AddAreaType } from './AddAreaType.tsx'
import { useAreaTypes, useImportAreas } from './area-api.ts'
import { FetchAreas } from './FetchAreas.tsx'
import { ImportResult } from './ImportResult.tsx'
import { type AreaFile, guessField, readAreaFile } from './read-area-file.ts'

const LIST = '/instellingen/gebieden'

/** A file with areas: looked at first, each with what happens to it, and only then brought in. */
export function Component() {
  const messages = useMessages()
  const { areas: texts, settings } = messages
  const types = useAreaTypes().data ?? []
  const [chosen, setChosen] = useState('')
  const [file, setFile] = useState<AreaFile>()
  const [isWrong, setIsWrong] = useState(false)
  const [fields, setFields] = useState({ name: '', code: '' })
  const bring = useImportAreas()
  const type = chosen || (types[0]?.code ?? '')
  const shapes = useMemo(() => toShapes(file, fields.name), [file, fields.name])
  async function load(picked: File | undefined) {
    if (!picked) return
    take(await readAreaFile(picked.name, await picked.arrayBuffer()))
  }
  function take(found: AreaFile | undefined) {
    bring.reset()
    setIsWrong(found === undefined)
    setFile(found)
    if (found) setFields({ name: guessField(found.fields, 'name'), code: guessField(found.fields, 'code') })
  }
  const send = (isDry: boolean) =>
    file &&
    bring.mutate({
      type,
      features: file.features,
      name_field: fields.name,
      code_field: fields.code,
      dry_run: isDry,
    })
  const options = (file?.fields ?? []).map((value) => ({ value, label: value }))
  const result = bring.data
  const isSound = result?.areas.every(({ outcome }) => outcome !== 'refused') ?? false
  return (
    <>
      <Link className="nl-link" to={LIST}>
        {settings.backTo(texts.title)}
      </Link>
      <PageHeading title={texts.bring} />
      <Paragraph>{texts.bringIntro}</Paragraph>
      <div className="settings__form">
        <SelectField
          id="import-type"
          name="type"
          label={texts.type}
          options={types.map(({ code, name }) => ({ value: code, label: name }))}
          value={type}
          onChange={(event) => {
            bring.reset()
            setChosen(event.target.value)
          }}
        />
        <AddAreaType />
        <FormField
          id="import-file"
          name="file"
          label={texts.file}
          description={texts.fileHint}
          error={isWrong ? texts.fileWrong : undefined}
        >
          <input
            id="import-file"
            type="file"
            accept=".json,.geojson,.zip"
            aria-describedby="import-file-description"
            onChange={(event) => void load(event.target.files?.[0])}
          />
        </FormField>
        <FetchAreas onFound={take} />
        {file && (
          <>
            <Paragraph>{texts.found(file.features.length)}</Paragraph>
            <div className="signalen-inline-fields">
              <SelectField
                id="import-name"
                name="name"
                label={texts.nameField}
                options={options}
                value={fields.name}
                onChange={(event) => setFields({ ...fields, name: event.target.value })}
              />
              <SelectField
                id="import-code"
                name="code"
                label={texts.codeField}
                options={options}
                value={fields.code}
                onChange={(event) => setFields({ ...fields, code: event.target.value })}
              />
            </div>
            <div className="signalen-actions">
              <Button disabled={bring.isPending || type === ''} onClick={() => send(true)}>
                {texts.check}
              </Button>
              <Button
                purpose="primary"
                disabled={bring.isPending || !isSound || result?.is_stored}
                onClick={() => send(false)}
              >
                {texts.bringIn}
              </Button>
            </div>
          </>
        )}
      </div>
      {bring.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(bring.error, messages)}</Paragraph>
        </Alert>
      )}
      {result && <ImportResult result={result} />}
      {shapes.length > 0 && <LazyAreasMap label={texts.map} shapes={shapes} />}
    </>
  )
}

/** Those that a map can draw; the others are told of in the list. */
function toShapes(file: AreaFile | undefined, nameField: string) {
  return (file?.features ?? [])
    .filter(({ geometry }) => {
      const { type } = Object(geometry) as { type?: unknown }
      return type === 'Polygon' || type === 'MultiPolygon'
    })
    .map(({ properties, geometry }) => ({ name: String(properties[nameField] ?? ''), geometry }))
}
