import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'
import { PlanPart, type PlanPartProps } from './planned/PlanPart.tsx'

interface SettingsFormProps {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly canSave: boolean
  readonly isSaving: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly onRemove?: (() => void) | undefined
  readonly children: ReactNode
  /** Makes that the change can also be made at a later moment. */
  readonly plan?: PlanPartProps | undefined
  /** Below the form, such as its history. */
  readonly after?: ReactNode
}

/** A form of the settings: what went wrong on top, and who may only look cannot press. */
export function SettingsForm(props: SettingsFormProps) {
  const { title, back, canSave, isSaving, error, onSubmit, onRemove, plan, children, after } = props
  const messages = useMessages()
  const { settings } = messages
  function submit(event: FormEvent) {
    event.preventDefault()
    if (canSave) onSubmit()
  }
  return (
    <>
      <Link className="nl-link" to={back.to}>
        {settings.backTo(back.label)}
      </Link>
      <PageHeading title={title} />
      {!canSave && <Paragraph>{settings.readOnly}</Paragraph>}
      {error !== null && error !== undefined && (
        <Alert kind="error" role="alert" title={settings.failed}>
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      <form className="settings__form" noValidate onSubmit={submit}>
        <fieldset className="settings__fields" disabled={!canSave}>
          {children}
        </fieldset>
        {canSave && (
          <Actions>
            <Button type="submit" purpose="primary" disabled={isSaving}>
              {settings.save}
            </Button>
          </Actions>
        )}
      </form>
      {plan && canSave && <PlanPart {...plan} />}
      {onRemove && <RemoveButton name={title} isBusy={isSaving} onRemove={onRemove} />}
      {after}
    </>
  )
}

interface RemoveButtonProps {
  readonly name: string
  readonly isBusy: boolean
  readonly onRemove: () => void
}

function RemoveButton({ name, isBusy, onRemove }: RemoveButtonProps) {
  const { settings } = useMessages()
  const [isSure, setIsSure] = useState(false)
  if (!isSure) {
    return (
      <div>
        <Button purpose="subtle" negative onClick={() => setIsSure(true)}>
          {settings.remove}
        </Button>
      </div>
    )
  }
  return (
    <Alert kind="warning" role="alert">
      <Paragraph>{settings.removeSure(name)}</Paragraph>
      <Actions>
        <Button negative disabled={isBusy} onClick={onRemove}>
          {settings.remove}
        </Button>
        <Button purpose="subtle" onClick={() => setIsSure(false)}>
          {settings.cancel}
        </Button>
      </Actions>
    </Alert>
  )
}
