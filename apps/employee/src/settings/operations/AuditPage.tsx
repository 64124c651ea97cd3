import type { AuditLogAnswer } from '@signalen/contract'
import { Button, Paragraph, SelectField, TextField } from '@signalen/ui'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { read, request } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { saveFile } from '../../components/save-file.ts'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Pager } from '../../overview/Pager.tsx'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsList } from '../SettingsList.tsx'

const PAGE_SIZE = 50

/** Who set something otherwise, and who saw how to reach a reporter. */
export function Component() {
  const { language, messages } = useLanguage()
  const { municipality: texts, settings } = messages
  const [parameters, setParameters] = useSearchParams()
  const query = new URLSearchParams(parameters)
  query.set('page_size', String(PAGE_SIZE))
  const { data, error } = useQuery({
    queryKey: ['audit', query.toString()],
    queryFn: () => read<Page<AuditLogAnswer>>(`${PRIVATE}/audit-log?${query}`),
    placeholderData: keepPreviousData,
  })
  const actions = useQuery({
    queryKey: ['audit', 'actions'],
    queryFn: () => read<readonly string[]>(`${PRIVATE}/audit-log/actions`),
  }).data
  const download = useMutation({
    mutationFn: async () => {
      const asked = new URLSearchParams(parameters)
      asked.delete('page')
      const { body } = await request<Blob>(`${PRIVATE}/audit-log.csv?${asked}`)
      saveFile(body, 'auditlog.csv')
    },
  })
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(parameters)
    next.delete('page')
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParameters(next, { replace: true })
  }
  const field = (name: string) => ({
    id: `audit-${name}`,
    name,
    value: parameters.get(name) ?? '',
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  })
  return (
    <>
      <SettingsList
        title={texts.auditTitle}
        error={error}
        count={data?.count}
        headers={[texts.when, texts.actor, texts.action, texts.object, texts.detail]}
        filters={
          <>
            <Paragraph>{texts.auditIntro}</Paragraph>
            <TextField {...field('actor')} label={texts.actor} type="search" />
            <SelectField
              {...field('action')}
              label={texts.action}
              emptyLabel={settings.all}
              options={(actions ?? []).map((value) => ({ value, label: texts.actions(value) }))}
            />
            <TextField {...field('object')} label={texts.object} type="search" />
            <TextField {...field('from')} label={texts.from} type="date" />
            <TextField {...field('until')} label={texts.until} type="date" />
            <Button disabled={download.isPending} onClick={() => download.mutate()}>
              {texts.exportCsv}
            </Button>
            {download.error !== null && <LoadFailure error={download.error} />}
          </>
        }
      >
        {data?.results.map((row) => (
          <tr key={row.id}>
            <td>{formatDateTime(row.occurred_at, language)}</td>
            <td>{row.actor ?? texts.system}</td>
            <td>{texts.actions(row.action)}</td>
            <td>{row.object_id}</td>
            <td className="setting-value">
              <code className="settings__code">{showDetail(row.detail)}</code>
            </td>
          </tr>
        ))}
      </SettingsList>
      {data && (
        <Pager
          page={Number(parameters.get('page') ?? 1)}
          last={Math.ceil(data.count / PAGE_SIZE)}
          toPage={(page) => {
            const next = new URLSearchParams(parameters)
            next.set('page', String(page))
            return `?${next}`
          }}
        />
      )}
    </>
  )
}

const LONGEST_SHOWN = 300

function showDetail(detail: AuditLogAnswer['detail']): string {
  const text = Object.keys(detail).length === 0 ? '' : JSON.stringify(detail)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
