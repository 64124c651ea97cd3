import type { SettingAnswer } from '@signalen/contract'
import { Actions, Alert, Button, CheckboxField, Paragraph, TextareaField, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { kindOf, readTyped, toTyped } from './setting-input.ts'

interface SettingDialogProps {
  readonly setting: SettingAnswer
  readonly isSaving: boolean
  readonly error: unknown
  readonly onSave: (value: unknown) => void
  readonly onClose: () => void
}

export function SettingDialog({ setting, isSaving, error, onSave, onClose }: SettingDialogProps) {
  const messages = useMessages()
  const { municipality: texts, settings } = messages
  const name = texts.settingName(setting.name)
  const kind = kindOf(setting)
  const [typed, setTyped] = useState(() => toTyped(kind, setting.value))
  const [isWrong, setIsWrong] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    const read = readTyped(kind, typed)
    setIsWrong(!read.ok)
    if (read.ok) onSave(read.value)
  }
  const field = { id: 'setting-value', name: 'value', label: texts.value }
  const wrongWords = kind === 'number' ? texts.numberWrong : texts.jsonWrong
  const fault = isWrong ? wrongWords : undefined
  return (
    <Dialog title={name} onClose={onClose}>
      <Paragraph>{texts.settingAbout(setting.name)}</Paragraph>
      {error !== null && error !== undefined && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      <form className="settings__form" noValidate onSubmit={submit}>
        {kind === 'switch' && (
          <CheckboxField
            {...field}
            label={name}
            checked={typed === 'true'}
            onChange={(event) => setTyped(String(event.target.checked))}
          />
        )}
        {(kind === 'text' || kind === 'number') && (
          <TextField
            {...field}
            inputMode={kind === 'number' ? 'decimal' : 'text'}
            value={typed}
            error={fault}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {(kind === 'lines' || kind === 'json') && (
          <TextareaField
            {...field}
            rows={8}
            spellCheck={false}
            description={kind === 'lines' ? texts.listHint : texts.jsonHint}
            value={typed}
            error={fault}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <Actions>
          <Button type="submit" purpose="primary" disabled={isSaving}>
            {settings.save}
          </Button>
          <Button disabled={isSaving} onClick={() => onSave(setting.standard)}>
            {texts.back}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
