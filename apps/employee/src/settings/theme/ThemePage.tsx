import type { ThemesAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { announce } from '../../components/announcer.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { ThemeForm } from './ThemeForm.tsx'

const PATH = `${PRIVATE}/theme`
const KEY = ['theme']

/** Try another look of the site for residents, see it, and only then switch it on. */
export function Component() {
  const messages = useMessages()
  const { theme: texts } = messages
  const canChange = useRights().may('theme.update')
  const { data, error } = useQuery({ queryKey: KEY, queryFn: () => read<ThemesAnswer>(PATH) })
  const save = useThemes('PUT', '/draft')
  const publish = useThemes('POST', '/publish')
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  const failure = save.error ?? publish.error
  return (
    <>
      <PageHeading title={texts.title} />
      <Paragraph>{texts.intro}</Paragraph>
      <Paragraph>{texts.current(presentName(data.current.name, texts.names))}</Paragraph>
      {failure && (
        <Alert kind="error" role="alert" title={messages.settings.failed}>
          <Paragraph>{presentFailure(failure, messages)}</Paragraph>
        </Alert>
      )}
      <Draft
        draft={data.draft}
        canPublish={canChange}
        isBusy={publish.isPending}
        onPublish={() => publish.mutate(undefined, { onSuccess: () => announce(texts.published) })}
      />
      {canChange && (
        <ThemeForm
          isBusy={save.isPending}
          onSave={(design) => save.mutate(design, { onSuccess: () => announce(messages.settings.saved) })}
        />
      )}
      <ChangeHistory kind="theme" path={`${PRIVATE}/setting-history/theme`} />
    </>
  )
}

function useThemes(method: 'PUT' | 'POST', path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object | undefined) => read<ThemesAnswer>(`${PATH}${path}`, { method, body }),
    onSuccess: async (themes) => {
      client.setQueryData(KEY, themes)
      await client.invalidateQueries({ queryKey: [...KEY, 'history'] })
    },
  })
}

function presentName(name: string, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}

interface DraftProps {
  readonly draft: ThemesAnswer['draft']
  readonly canPublish: boolean
  readonly isBusy: boolean
  readonly onPublish: () => void
}

function Draft({ draft, canPublish, isBusy, onPublish }: DraftProps) {
  const { theme: texts } = useMessages()
  if (!draft) return <Paragraph>{texts.noDraft}</Paragraph>
  return (
    <>
      <Paragraph>{texts.draft(presentName(draft.name, texts.names))}</Paragraph>
      <Paragraph>
        <a className="nl-link" href="/thema-voorbeeld" target="_blank" rel="noopener">
          {texts.preview}
        </a>
      </Paragraph>
      {canPublish && (
        <Actions>
          <Button purpose="primary" disabled={isBusy} onClick={onPublish}>
            {texts.publish}
          </Button>
        </Actions>
      )}
    </>
  )
}
