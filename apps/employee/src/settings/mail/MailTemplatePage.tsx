import { isMailTemplateKey } from '@signalen/domain'
import { Alert, Button, Paragraph, TextareaField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { MailTemplate } from '../../api/wire.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useMailTemplates } from '../api.ts'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { TemplatePreview } from './TemplatePreview.tsx'

export function Component() {
  const { key } = useParams()
  const templates = useMailTemplates().data
  if (!templates) return <Waiting />
  const template = templates.find((one) => one.key === key)
  return template ? <TemplateForm key={key} template={template} /> : <NotFoundPage />
}

const LIST = '/instellingen/mailteksten'

function TemplateForm({ template }: { readonly template: MailTemplate }) {
  const { settings } = useMessages()
  const texts = settings.mail
  const { may } = useRights()
  const [title, setTitle] = useState(template.title ?? '')
  const [body, setBody] = useState(template.body)
  const [isTried, setIsTried] = useState(false)
  const save = useSave('mail-templates')
  const path = `${PRIVATE}/mail-templates/${template.key}`
  function submit() {
    setIsTried(true)
    if (title.trim() !== '' && body.trim() !== '') {
      save.mutate({ path, method: 'PUT', body: { title: title.trim(), body }, goTo: LIST })
    }
  }
  return (
    <SettingsForm
      title={isMailTemplateKey(template.key) ? texts.keys[template.key] : template.key}
      back={{ to: LIST, label: texts.templatesTitle }}
      canSave={may('mailTemplate.write')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      after={
        template.is_own &&
        may('mailTemplate.write') && (
          <ResetTemplate
            isBusy={save.isPending}
            onReset={() => save.mutate({ path, method: 'DELETE', goTo: LIST })}
          />
        )
      }
    >
      <TextField
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
      <TemplatePreview templateKey={template.key} title={title} body={body} />
    </SettingsForm>
  )
}

interface ResetTemplateProps {
  readonly isBusy: boolean
  readonly onReset: () => void
}

/** Away with one's own text: the one that comes with the product is there again. */
function ResetTemplate({ isBusy, onReset }: ResetTemplateProps) {
  const { settings } = useMessages()
  const [isSure, setIsSure] = useState(false)
  if (!isSure) {
    return (
      <div>
        <Button onClick={() => setIsSure(true)}>{settings.mail.back}</Button>
      </div>
    )
  }
  return (
    <Alert kind="warning" role="alert">
      <Paragraph>{settings.mail.backSure}</Paragraph>
      <div className="signalen-actions">
        <Button negative disabled={isBusy} onClick={onReset}>
          {settings.mail.back}
        </Button>
        <Button purpose="subtle" onClick={() => setIsSure(false)}>
          {settings.cancel}
        </Button>
      </div>
    </Alert>
  )
}
