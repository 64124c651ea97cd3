import { Actions, Button, FormField, RadioGroup, TextareaField, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../language/language-context.tsx'

interface ThemeFormProps {
  readonly isBusy: boolean
  readonly onSave: (design: { readonly name: string; readonly token_set?: string }) => void
}

const CHOICES = ['neutral', 'high-contrast', 'own'] as const
type Choice = (typeof CHOICES)[number]

/** One of the themes that come along, or one of the municipality's own. */
export function ThemeForm({ isBusy, onSave }: ThemeFormProps) {
  const { theme: texts } = useMessages()
  const [choice, setChoice] = useState<Choice>('neutral')
  const [name, setName] = useState('')
  const [tokens, setTokens] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    onSave(choice === 'own' ? { name: name.trim(), token_set: tokens } : { name: choice })
  }
  return (
    <form className="settings__form" noValidate onSubmit={submit}>
      <RadioGroup
        id="thema"
        name="thema"
        label={texts.choose}
        choices={CHOICES.map((value) => ({ value, label: texts.names[value] }))}
        selected={[choice]}
        onSelect={(value) => setChoice(CHOICES.find((known) => known === value) ?? 'neutral')}
      />
      {choice === 'own' && (
        <>
          <TextField
            id="thema-naam"
            name="naam"
            label={texts.ownName}
            description={texts.ownNameHint}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <TextareaField
            id="thema-tokens"
            name="tokens"
            label={texts.tokens}
            description={texts.tokensHint}
            rows={10}
            value={tokens}
            onChange={({ target }) => setTokens(target.value)}
          />
          <FormField id="thema-bestand" name="bestand" label={texts.file}>
            <input
              type="file"
              id="thema-bestand"
              accept=".css,.json"
              onChange={({ target }) => void target.files?.[0]?.text().then(setTokens)}
            />
          </FormField>
        </>
      )}
      <Actions>
        <Button type="submit" purpose="primary" disabled={isBusy}>
          {texts.save}
        </Button>
      </Actions>
    </form>
  )
}
