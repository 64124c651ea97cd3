import type { ThemesAnswer } from '@signalen/contract'
import { Actions, Alert, Button, FormField, Heading, Paragraph, TextField } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../language/language-context.tsx'

type Logo = NonNullable<ThemesAnswer['logo']>

interface LogoPartProps {
  readonly logo: Logo | null
  readonly draft: Logo | null
  readonly canChange: boolean
  readonly isBusy: boolean
  readonly onSave: (logo: Logo) => void
  readonly onRemove: () => void
}

const LARGEST_BYTES = 100 * 1024

/** The logo in the head of the site: what is shown, what is tried, and another one. */
export function LogoPart({ logo, draft, canChange, isBusy, onSave, onRemove }: LogoPartProps) {
  const { theme: texts } = useMessages()
  return (
    <section className="category-part" aria-labelledby="logo">
      <Heading level={2} id="logo">
        {texts.logo}
      </Heading>
      <Paragraph>{texts.logoIntro}</Paragraph>
      {logo ? <Picture logo={logo} label={texts.logoShown} /> : <Paragraph>{texts.noLogo}</Paragraph>}
      {draft && <Picture logo={draft} label={texts.logoDraft} />}
      {canChange && <LogoForm isBusy={isBusy} onSave={onSave} />}
      {canChange && (logo || draft) && (
        <Actions>
          <Button purpose="subtle" negative disabled={isBusy} onClick={onRemove}>
            {texts.removeLogo}
          </Button>
        </Actions>
      )}
    </section>
  )
}

function Picture({ logo, label }: { readonly logo: Logo; readonly label: string }) {
  return (
    <figure className="theme-logo">
      <img src={logo.image} alt={logo.alt} />
      <figcaption>{label}</figcaption>
    </figure>
  )
}

function LogoForm({ isBusy, onSave }: Pick<LogoPartProps, 'isBusy' | 'onSave'>) {
  const { theme: texts } = useMessages()
  const [image, setImage] = useState('')
  const [alt, setAlt] = useState('')
  const [fault, setFault] = useState<string>()
  function choose(file: File | undefined) {
    const isTooLarge = file !== undefined && file.size > LARGEST_BYTES
    setFault(isTooLarge ? texts.logoTooLarge : undefined)
    setImage('')
    if (file && !isTooLarge) void readAsDataAddress(file).then(setImage)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (image === '' || alt.trim() === '') setFault(texts.logoMissing)
    else onSave({ image, alt: alt.trim() })
  }
  return (
    <form className="settings__form" noValidate onSubmit={submit}>
      {fault !== undefined && (
        <Alert kind="error" role="alert">
          <Paragraph>{fault}</Paragraph>
        </Alert>
      )}
      <FormField id="logo-bestand" name="logo" label={texts.logoFile} description={texts.logoFileHint}>
        <input
          type="file"
          id="logo-bestand"
          accept=".svg,.png,image/svg+xml,image/png"
          onChange={({ target }) => choose(target.files?.[0])}
        />
      </FormField>
      <TextField
        id="logo-tekst"
        name="alt"
        label={texts.logoAlt}
        description={texts.logoAltHint}
        value={alt}
        onChange={({ target }) => setAlt(target.value)}
      />
      <Actions>
        <Button type="submit" disabled={isBusy}>
          {texts.saveLogo}
        </Button>
      </Actions>
    </form>
  )
}

function readAsDataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
