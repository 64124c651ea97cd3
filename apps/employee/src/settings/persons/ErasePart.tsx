import type { PersonErasedAnswer } from '@signalen/contract'
import { Actions, Alert, Button, CheckboxField, Heading, Paragraph, TextareaField } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { PersonPartProps } from './CorrectPart.tsx'
import { PERSONS } from './person-api.ts'

/** Everything about someone, for good. What it is about stands there before, and is asked again. */
export function ErasePart({ person, found, onDone }: PersonPartProps) {
  const messages = useMessages()
  const { persons: texts, settings } = messages
  const [words, setWords] = useState('')
  const [withFiles, setWithFiles] = useState(false)
  const [isSure, setIsSure] = useState(false)
  const erase = useMutation({
    mutationFn: () =>
      read<PersonErasedAnswer>(`${PERSONS}/erase`, {
        method: 'POST',
        body: {
          ...person,
          signal_count: found.signal_count,
          words: words
            .split('\n')
            .map((word) => word.trim())
            .filter((word) => word !== ''),
          files: withFiles ? 'delete' : 'keep',
        },
      }),
    onSuccess: ({ signal_count: count }) => {
      setIsSure(false)
      announce(texts.erased(count))
      onDone()
    },
    gcTime: 0,
  })
  return (
    <section className="category-part" aria-labelledby="erase">
      <Heading level={2} look={4} id="erase">
        {texts.erase}
      </Heading>
      {erase.error !== null && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(erase.error, messages)}</Paragraph>
        </Alert>
      )}
      {erase.data && (
        <Alert kind="ok">
          <Paragraph>{texts.erased(erase.data.signal_count)}</Paragraph>
        </Alert>
      )}
      <TextareaField
        id="erase-words"
        name="words"
        rows={3}
        label={texts.words}
        description={texts.wordsHint}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <CheckboxField
        id="erase-files"
        name="files"
        label={texts.files}
        checked={withFiles}
        onChange={(event) => setWithFiles(event.target.checked)}
      />
      {isSure ? (
        <Alert kind="warning" role="alert">
          <Paragraph>{texts.eraseSure(found.signal_count)}</Paragraph>
          <Actions>
            <Button negative disabled={erase.isPending} onClick={() => erase.mutate()}>
              {texts.eraseNow}
            </Button>
            <Button purpose="subtle" onClick={() => setIsSure(false)}>
              {settings.cancel}
            </Button>
          </Actions>
        </Alert>
      ) : (
        <Actions>
          <Button negative purpose="subtle" onClick={() => setIsSure(true)}>
            {texts.eraseNow}
          </Button>
        </Actions>
      )}
    </section>
  )
}
