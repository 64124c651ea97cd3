import type { SourceListAnswer } from '@signalen/contract'
import { CheckboxField, Paragraph, TextField } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/request.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { RowList } from '../RowList.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'

type Source = SourceListAnswer['sources'][number]

const PATH = `${PRIVATE}/source-list`

export function Component() {
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ['sources', 'list'],
    queryFn: () => read<SourceListAnswer>(PATH),
    refetchOnWindowFocus: false,
  })
  if (error) return <LoadFailure error={error} />
  return data ? <SourcesForm key={dataUpdatedAt} start={data.sources} /> : <Waiting />
}

const FLAGS = ['is_active', 'can_be_selected', 'is_public'] as const

function SourcesForm({ start }: { readonly start: readonly Source[] }) {
  const { lists: texts, settings } = useMessages()
  const { may } = useRights()
  const [sources, setSources] = useState<readonly Source[]>(start)
  const save = useSave('sources')
  return (
    <SettingsForm
      title={texts.sources}
      back={{ to: '/instellingen', label: settings.title }}
      canSave={may('source.update')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ path: PATH, method: 'PUT', body: { sources } })}
      after={<ChangeHistory kind="sources" path={`${PRIVATE}/setting-history/source`} />}
    >
      <Paragraph>{texts.sourcesIntro}</Paragraph>
      <RowList
        label={texts.sources}
        rows={sources}
        nameOf={({ name }, index) => name || String(index + 1)}
        canRemove={({ id }) => id === null}
        addLabel={texts.addSource}
        create={() => ({
          id: null,
          name: '',
          description: '',
          is_active: true,
          can_be_selected: true,
          is_public: false,
        })}
        onChange={setSources}
        fieldsOf={(source, index, set) => (
          <>
            <TextField
              id={`source-${index}-name`}
              name="name"
              label={settings.name}
              required
              maxLength={128}
              value={source.name}
              onChange={(event) => set({ ...source, name: event.target.value })}
            />
            <TextField
              id={`source-${index}-description`}
              name="description"
              label={texts.description}
              value={source.description}
              onChange={(event) => set({ ...source, description: event.target.value })}
            />
            {FLAGS.map((flag) => (
              <CheckboxField
                key={flag}
                id={`source-${index}-${flag}`}
                name={flag}
                label={texts.sourceFlags[flag]}
                checked={source[flag]}
                onChange={(event) => set({ ...source, [flag]: event.target.checked })}
              />
            ))}
          </>
        )}
      />
    </SettingsForm>
  )
}
