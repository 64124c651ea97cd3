import { Actions, Alert, Button, Heading, Paragraph } from '@signalen/ui'
import { useRef } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import type { Category } from '../../api/wire.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { useSave } from '../use-save.ts'

/** The icon by which a category is known on the map. */
export function IconPart({ category }: { readonly category: Category }) {
  const messages = useMessages()
  const texts = messages.categories
  const save = useSave('categories')
  const input = useRef<HTMLInputElement>(null)
  const path = `${PRIVATE}/categories/${category.id}/icon`
  const address = category._links['sia:icon']?.href
  function upload(file: File | undefined) {
    if (!file) return
    const body = new FormData()
    body.append('icon', file)
    save.mutate({ path, method: 'PUT', body })
  }
  return (
    <section className="category-part" aria-labelledby="icon">
      <Heading level={2} look={4} id="icon">
        {texts.icon}
      </Heading>
      {save.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      <Paragraph>{texts.iconHint}</Paragraph>
      {address && (
        <img className="category-icon" src={new URL(address).pathname} alt={texts.iconOf(category.name)} />
      )}
      <input
        ref={input}
        type="file"
        accept=".svg,image/svg+xml,image/png,image/jpeg,image/gif"
        hidden
        aria-label={texts.iconChoose}
        onChange={(event) => {
          upload(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Actions>
        <Button disabled={save.isPending} onClick={() => input.current?.click()}>
          {texts.iconChoose}
        </Button>
        {address && (
          <Button
            purpose="subtle"
            negative
            disabled={save.isPending}
            onClick={() => save.mutate({ path, method: 'DELETE' })}
          >
            {texts.iconRemove}
          </Button>
        )}
      </Actions>
    </section>
  )
}
