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
import { LogoPart } from './LogoPart.tsx'
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
  const saveLogo = useThemes('PUT', '/logo')
  const removeLogo = useThemes('DELETE', '/logo')
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  const failure = save.error ?? publish.error ?? saveLogo.error ?? removeLogo.error
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
        hasLogo={data.logo_draft !== null}
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
      <LogoPart
        logo={data.logo}
        draft={data.logo_draft}
        canChange={canChange}
        isBusy={saveLogo.isPending || removeLogo.isPending}
        onSave={(logo) => saveLogo.mutate(logo, { onSuccess: () => announce(texts.logoSaved) })}
        onRemove={() => removeLogo.mutate(undefined, { onSuccess: () => announce(texts.logoRemoved) })}
      />
      <ChangeHistory kind="theme" path={`${PRIVATE}/setting-history/theme`} />
    </>
  )
}

function useThemes(method: 'PUT' | 'POST' | 'DELETE', path: string) {
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
  /** Another logo is tried as well. */
  readonly hasLogo: boolean
  readonly canPublish: boolean
  readonly isBusy: boolean
  readonly onPublish: () => void
}

function Draft({ draft, hasLogo, canPublish, isBusy, onPublish }: DraftProps) {
  const { theme: texts } = useMessages()
  if (!draft && !hasLogo) return <Paragraph>{texts.noDraft}</Paragraph>
  return (
    <>
      {draft && <Paragraph>{texts.draft(presentName(draft.name, texts.names))}</Paragraph>}
      {hasLogo && <Paragraph>{texts.draftLogo}</Paragraph>}
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
