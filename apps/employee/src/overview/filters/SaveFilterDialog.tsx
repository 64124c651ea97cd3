import { Actions, Alert, Button, CheckboxField, Paragraph, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { type Filters, toFilterOptions } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useFilterChanges } from './use-saved-filters.ts'

interface SaveFilterDialogProps {
  readonly filters: Filters
  readonly onClose: () => void
}

export function SaveFilterDialog({ filters, onClose }: SaveFilterDialogProps) {
  const messages = useMessages()
  const { save } = messages.filters
  const { create } = useFilterChanges()
  const [name, setName] = useState('')
  const [isShown, setIsShown] = useState(true)
  const [isMissing, setIsMissing] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    setIsMissing(name.trim() === '')
    if (name.trim() === '') return document.getElementById('filter-name')?.focus()
    const filter = {
      name: name.trim(),
      options: toFilterOptions(filters),
      refresh: false,
      show_on_overview: isShown,
    }
    create.mutate(filter, {
      onSuccess: () => {
        announce(save.saved(filter.name))
        onClose()
      },
    })
  }
  return (
    <Dialog title={save.title} onClose={onClose}>
      <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
        {create.isError && (
          <Alert kind="error" role="alert">
            <Paragraph>{presentFailure(create.error, messages)}</Paragraph>
          </Alert>
        )}
        <TextField
          id="filter-name"
          name="name"
          label={save.name}
          value={name}
          maxLength={100}
          required
          error={isMissing ? save.nameMissing : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <CheckboxField
          id="filter-shown"
          name="shown"
          label={save.inSidebar}
          checked={isShown}
          onChange={(event) => setIsShown(event.target.checked)}
        />
        <Actions>
          <Button type="submit" purpose="primary" disabled={create.isPending}>
            {save.button}
          </Button>
          <Button purpose="subtle" onClick={onClose}>
            {messages.shell.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
