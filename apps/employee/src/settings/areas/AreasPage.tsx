import { Paragraph, SelectField } from '@signalen/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useAreas } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import { useMessages } from '../../language/language-context.tsx'
import { LazyAreasMap } from '../../map/LazyMap.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { SettingsList } from '../SettingsList.tsx'
import { useAreaTypes } from './area-api.ts'

interface ShapePage {
  readonly features: readonly { readonly geometry: unknown; readonly properties: { readonly name: string } }[]
}

export function Component() {
  const { settings, areas: texts } = useMessages()
  const { may } = useRights()
  const { data, error } = useAreas()
  const types = useAreaTypes().data ?? []
  const [chosen, setChosen] = useState('')
  const type = chosen || (types[0]?.code ?? '')
  const shapes = useQuery({
    queryKey: ['areas', 'shapes', type],
    queryFn: () =>
      read<ShapePage>(
        `${PRIVATE}/areas/geography/?${new URLSearchParams({ type_code: type, page_size: '1000' })}`,
      ),
    enabled: type !== '',
    placeholderData: keepPreviousData,
  })
  const shown = useMemo(
    () =>
      (shapes.data?.features ?? []).map(({ geometry, properties }) => ({ name: properties.name, geometry })),
    [shapes.data],
  )
  const listed = (data ?? []).filter((area) => area.type.code === type)
  return (
    <>
      <SettingsList
        title={texts.title}
        error={error}
        count={data && listed.length}
        create={may('area.import') ? { to: '/instellingen/gebieden/inlezen', label: texts.bring } : undefined}
        headers={[settings.name, texts.code, texts.type]}
        filters={
          <>
            <Paragraph>{texts.intro}</Paragraph>
            <SelectField
              id="area-type"
              name="type"
              label={texts.type}
              options={types.map(({ code, name }) => ({ value: code, label: name }))}
              value={type}
              onChange={(event) => setChosen(event.target.value)}
            />
          </>
        }
      >
        {listed.map((area) => (
          <tr key={area.code}>
            <th scope="row">
              {may('area.update') ? (
                <Link className="nl-link" to={addressOf(area)}>
                  {area.name}
                </Link>
              ) : (
                area.name
              )}
            </th>
            <td>{area.code}</td>
            <td>{area.type.name}</td>
          </tr>
        ))}
      </SettingsList>
      {shown.length > 0 && <LazyAreasMap label={texts.map} shapes={shown} />}
      {may('area.import') && type !== '' && (
        <ChangeHistory
          kind="areas"
          path={`${PRIVATE}/setting-history/area_type?id=${encodeURIComponent(type)}`}
        />
      )}
    </>
  )
}

function addressOf({
  type,
  code,
}: {
  readonly type: { readonly code: string }
  readonly code: string
}): string {
  return `/instellingen/gebieden/${encodeURIComponent(type.code)}/${encodeURIComponent(code)}`
}
