import type { AreaUsesAnswer } from '@signalen/contract'
import { Alert, FormField, Paragraph, SelectField, TextField } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useAreas } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import type { Area } from '../../api/wire.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { LazyAreasMap } from '../../map/LazyMap.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { RuleLinks, RulesNaming } from '../RulesNaming.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Part } from '../suggestion/Part.tsx'
import { useSave } from '../use-save.ts'
import { useAreaUses } from './area-api.ts'
import { type AreaFile, guessField, readAreaFile, toMultiPolygon } from './read-area-file.ts'

const LIST = '/instellingen/gebieden'

export function Component() {
  const { type, code } = useParams()
  const { data, error } = useAreas()
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  const area = data.find((one) => one.type.code === type && one.code === code)
  return area ? <AreaForm key={`${type}/${code}`} area={area} /> : <NotFoundPage />
}

function AreaForm({ area }: { readonly area: Area }) {
  const { areas: texts, settings } = useMessages()
  const { may } = useRights()
  const [name, setName] = useState(area.name)
  const [code, setCode] = useState(area.code)
  const [geometry, setGeometry] = useState<unknown>()
  const path = `${PRIVATE}/areas/${encodeURIComponent(area.type.code)}/${encodeURIComponent(area.code)}`
  const uses = useAreaUses(path).data
  const save = useSave('areas', 'filters')
  const stored = useStoredShape(area)
  const shape = geometry ?? stored
  const shapes = useMemo(() => (shape ? [{ name: area.name, geometry: shape }] : []), [shape, area.name])
  const canRemove = may('area.delete')
  const isNamed = uses?.rules.some(({ is_active: isActive }) => isActive) ?? false
  const other = code.trim() !== area.code
  return (
    <SettingsForm
      title={area.name}
      back={{ to: LIST, label: texts.title }}
      canSave={may('area.update')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={() =>
        save.mutate({
          path,
          method: 'PATCH',
          body: { name: name.trim(), code: code.trim(), ...(geometry ? { geometry } : {}) },
          goTo: LIST,
        })
      }
      onRemove={
        canRemove && uses
          ? () =>
              save.mutate({
                path: isNamed ? `${path}?even_if_named=true` : path,
                method: 'DELETE',
                goTo: LIST,
              })
          : undefined
      }
      after={
        <>
          {uses && <Uses uses={uses} />}
          <ChangeHistory
            kind="areas"
            path={`${PRIVATE}/setting-history/area?id=${encodeURIComponent(`${area.type.code}/${area.code}`)}`}
          />
          {shapes.length > 0 && <LazyAreasMap label={texts.map} shapes={shapes} />}
        </>
      }
    >
      <TextField
        id="area-name"
        name="name"
        label={settings.name}
        required
        maxLength={255}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        id="area-code"
        name="code"
        label={texts.code}
        required
        maxLength={255}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {other && <RulesNaming subjects={[{ kind: 'area', typeName: area.type.name, code: area.code }]} />}
      <ShapeField onChoose={setGeometry} />
    </SettingsForm>
  )
}

function useStoredShape({ type, code }: Area): unknown {
  return useQuery({
    queryKey: ['areas', 'shapes', type.code, code],
    queryFn: () =>
      read<{ readonly features: readonly { readonly geometry: unknown }[] }>(
        `${PRIVATE}/areas/geography/?${new URLSearchParams({ type_code: type.code, code })}`,
      ),
  }).data?.features[0]?.geometry
}

/** Of a file with several areas, one is picked by its name. */
function ShapeField({ onChoose }: { readonly onChoose: (geometry: unknown) => void }) {
  const { areas: texts } = useMessages()
  const [file, setFile] = useState<AreaFile>()
  const [isWrong, setIsWrong] = useState(false)
  const [place, setPlace] = useState('0')
  async function load(picked: File | undefined) {
    if (!picked) return
    const found = await readAreaFile(picked.name, await picked.arrayBuffer())
    setIsWrong(found === undefined)
    setFile(found)
    choose(found, '0')
  }
  function choose(found: AreaFile | undefined, chosen: string) {
    setPlace(chosen)
    onChoose(toMultiPolygon(found?.features[Number(chosen)]?.geometry))
  }
  const field = guessField(file?.fields ?? [], 'name')
  return (
    <>
      <FormField
        id="area-shape"
        name="shape"
        label={texts.shape}
        description={texts.shapeHint}
        error={isWrong ? texts.fileWrong : undefined}
      >
        <input
          id="area-shape"
          type="file"
          accept=".json,.geojson,.zip"
          aria-describedby="area-shape-description"
          onChange={(event) => void load(event.target.files?.[0])}
        />
      </FormField>
      {file && file.features.length > 1 && (
        <SelectField
          id="area-which"
          name="which"
          label={texts.which}
          value={place}
          options={file.features.map(({ properties }, index) => ({
            value: String(index),
            label: String(properties[field] ?? index + 1),
          }))}
          onChange={(event) => choose(file, event.target.value)}
        />
      )}
    </>
  )
}

function Uses({ uses }: { readonly uses: AreaUsesAnswer }) {
  const { areas: texts, rules } = useMessages()
  const lines = [
    ...(uses.reports > 0 ? [texts.reports(uses.reports)] : []),
    ...(uses.filters > 0 ? [texts.filters(uses.filters)] : []),
    ...(uses.followers > 0 ? [texts.followers(uses.followers)] : []),
  ]
  return (
    <Part title={texts.uses}>
      {lines.length + uses.rules.length === 0 && <Paragraph>{texts.noUses}</Paragraph>}
      {uses.rules.length > 0 && (
        <Alert kind="warning" title={rules.title}>
          <Paragraph>
            <RuleLinks rules={uses.rules} />
          </Paragraph>
          <Paragraph>{texts.removeNamed}</Paragraph>
        </Alert>
      )}
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </Part>
  )
}
