import { isMailTemplateKey, RESIDENT_LANGUAGES, type ResidentLanguage } from '@signalen/domain'
import {
  Alert,
  Button,
  directionOf,
  LANGUAGE_NAMES,
  Paragraph,
  SelectField,
  TextareaField,
  TextField,
} from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { read } from '../../api/request.ts'
import type { MailTemplate } from '../../api/wire.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { TemplatePreview } from './TemplatePreview.tsx'

export function Component() {
  const { key } = useParams()
  const [parameters, setParameters] = useSearchParams()
  const language = RESIDENT_LANGUAGES.find((one) => one === parameters.get('taal')) ?? 'nl'
  const { data, error } = useTemplate(key ?? '', language)
  if (!isMailTemplateKey(key)) return <NotFoundPage />
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  return (
    <TemplateForm
      key={`${key} ${language}`}
      template={data}
      onLanguage={(next) => setParameters(next === 'nl' ? {} : { taal: next }, { replace: true })}
    />
  )
}

function useTemplate(key: string, language: ResidentLanguage) {
  return useQuery({
    queryKey: ['mail-templates', key, language],
    queryFn: () => read<MailTemplate>(`${PRIVATE}/mail-templates/${key}?language=${language}`),
    enabled: isMailTemplateKey(key),
  })
}

const LIST = '/instellingen/mailteksten'

interface TemplateFormProps {
  readonly template: MailTemplate
  readonly onLanguage: (language: string) => void
}

function TemplateForm({ template, onLanguage }: TemplateFormProps) {
  const { settings } = useMessages()
  const texts = settings.mail
  const { may } = useRights()
  const [title, setTitle] = useState(template.title ?? '')
  const [body, setBody] = useState(template.body)
  const [isTried, setIsTried] = useState(false)
  const save = useSave('mail-templates')
  const { key, language, translations } = template
  const path = `${PRIVATE}/mail-templates/${key}?language=${language}`
  const written = { lang: language, dir: directionOf(language) }
  function submit() {
    setIsTried(true)
    if (title.trim() !== '' && body.trim() !== '') {
      save.mutate({ path, method: 'PUT', body: { title: title.trim(), body }, goTo: LIST })
    }
  }
  return (
    <SettingsForm
      title={isMailTemplateKey(key) ? texts.keys[key] : key}
      back={{ to: LIST, label: texts.templatesTitle }}
      canSave={may('mailTemplate.write')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      plan={
        language === 'nl'
          ? {
              kind: 'mail_template',
              objectId: key,
              read: () =>
                title.trim() === '' || body.trim() === '' ? undefined : { title: title.trim(), body },
            }
          : undefined
      }
      after={
        <>
          {template.is_own && may('mailTemplate.write') && (
            <ResetTemplate
              isDutch={language === 'nl'}
              isBusy={save.isPending}
              onReset={() => save.mutate({ path, method: 'DELETE', goTo: LIST })}
            />
          )}
          <ChangeHistory
            kind="mail-templates"
            path={`${PRIVATE}/setting-history/mail_template?id=${template.key}`}
          />
        </>
      }
    >
      <SelectField
        id="template-language"
        name="language"
        label={texts.language}
        description={texts.languageHint}
        options={RESIDENT_LANGUAGES.map((value) => {
          const isThere = value === 'nl' || translations.some((other) => other === value)
          return { value, label: isThere ? LANGUAGE_NAMES[value] : texts.notIn(LANGUAGE_NAMES[value]) }
        })}
        value={language}
        onChange={(event) => onLanguage(event.target.value)}
      />
      <TextField
        {...written}
        id="template-title"
        name="title"
        label={texts.subject}
        required
        maxLength={255}
        value={title}
        error={isTried && title.trim() === '' ? settings.required : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="settings__code-field settings__tall">
        <TextareaField
          {...written}
          id="template-body"
          name="body"
          label={texts.body}
          description={texts.bodyHint}
          required
          value={body}
          error={isTried && body.trim() === '' ? settings.required : undefined}
          onChange={(event) => setBody(event.target.value)}
        />
      </div>
      <details>
        <summary>{texts.variables}</summary>
        <ul>
          {template.variables.map((variable) => (
            <li key={variable}>
              <code className="settings__code">{`{{ ${variable} }}`}</code>
            </li>
          ))}
        </ul>
      </details>
      <TemplatePreview templateKey={key} language={language} title={title} body={body} />
    </SettingsForm>
  )
}

interface ResetTemplateProps {
  readonly isDutch: boolean
  readonly isBusy: boolean
  readonly onReset: () => void
}

/** Away with one's own text: the one that comes with the product is there again, or the Dutch one. */
function ResetTemplate({ isDutch, isBusy, onReset }: ResetTemplateProps) {
  const { settings } = useMessages()
  const [isSure, setIsSure] = useState(false)
  const label = isDutch ? settings.mail.back : settings.mail.removeTranslation
  if (!isSure) {
    return (
      <div>
        <Button onClick={() => setIsSure(true)}>{label}</Button>
      </div>
    )
  }
  return (
    <Alert kind="warning" role="alert">
      <Paragraph>{settings.mail.backSure}</Paragraph>
      <div className="signalen-actions">
        <Button negative disabled={isBusy} onClick={onReset}>
          {label}
        </Button>
        <Button purpose="subtle" onClick={() => setIsSure(false)}>
          {settings.cancel}
        </Button>
      </div>
    </Alert>
  )
}
