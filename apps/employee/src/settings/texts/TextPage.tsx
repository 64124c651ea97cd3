import { STANDARD_TEXT_STATUS_CODES } from '@signalen/domain'
import { CheckboxField, SelectField, TextareaField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useCategories } from '../../api/reference.ts'
import type { Category, StatusMessage } from '../../api/wire.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useStatusMessage } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { TextCategories } from './TextCategories.tsx'

export function Component() {
  const { id } = useParams()
  const message = useStatusMessage(id)
  const categories = useCategories().data
  if (message.error) return <LoadFailure error={message.error} />
  if (!categories || (id !== undefined && !message.data)) return <Waiting />
  return <TextForm key={id ?? 'new'} message={message.data} categories={categories} />
}

interface TextFormProps {
  readonly message: StatusMessage | undefined
  readonly categories: readonly Category[]
}

const LIST = '/instellingen/standaardteksten'

function TextForm({ message, categories }: TextFormProps) {
  const { settings, labels } = useMessages()
  const texts = settings.texts
  const { may } = useRights()
  const [title, setTitle] = useState(message?.title ?? '')
  const [text, setText] = useState(message?.text ?? '')
  const [state, setState] = useState(message?.state ?? 'o')
  const [isActive, setIsActive] = useState(message?.active ?? true)
  const [chosen, setChosen] = useState<readonly number[]>(message?.categories ?? [])
  const [isTried, setIsTried] = useState(false)
  const save = useSave('status-messages')
  const path = `${PRIVATE}/status-messages/`
  const missing = [title.trim() === '' && 'text-title', text.trim() === '' && 'text-text'].find(Boolean)
  const body = { title: title.trim(), text: text.trim(), state, active: isActive, categories: chosen }
  function submit() {
    setIsTried(true)
    if (missing) return document.getElementById(missing)?.focus()
    if (message) save.mutate({ path: `${path}${message.id}`, method: 'PATCH', body, goTo: LIST })
    else save.mutate({ path, method: 'POST', body, goTo: LIST })
  }
  return (
    <SettingsForm
      title={message?.title ?? texts.create}
      back={{ to: LIST, label: texts.title }}
      canSave={may(message ? 'statusMessage.update' : 'statusMessage.create')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      plan={{
        kind: 'status_message',
        objectId: message ? String(message.id) : null,
        read: () => (missing ? undefined : body),
      }}
      onRemove={
        message && may('statusMessage.delete')
          ? () => save.mutate({ path: `${path}${message.id}`, method: 'DELETE', goTo: LIST })
          : undefined
      }
      after={
        message &&
        may('statusMessage.update') && (
          <ChangeHistory
            kind="status-messages"
            path={`${PRIVATE}/setting-history/status_message?id=${message.id}`}
          />
        )
      }
    >
      <TextField
        id="text-title"
        name="title"
        label={texts.name}
        required
        maxLength={255}
        value={title}
        error={isTried && title.trim() === '' ? settings.required : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectField
        id="text-state"
        name="state"
        label={texts.state}
        options={STANDARD_TEXT_STATUS_CODES.map((value) => ({ value, label: labels.status[value] }))}
        value={state}
        onChange={(event) => setState(event.target.value)}
      />
      <TextareaField
        id="text-text"
        name="text"
        rows={8}
        label={texts.text}
        required
        value={text}
        error={isTried && text.trim() === '' ? settings.required : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <CheckboxField
        id="text-active"
        name="active"
        label={texts.isActive}
        checked={isActive}
        onChange={(event) => setIsActive(event.target.checked)}
      />
      <TextCategories categories={categories} chosen={chosen} onChange={setChosen} />
    </SettingsForm>
  )
}
