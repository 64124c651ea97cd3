import { Alert, Button, Paragraph, TextField } from '@signalen/ui'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { useSave } from '../use-save.ts'

/** A kind of areas that there is not yet. */
export function AddAreaType() {
  const messages = useMessages()
  const { areas: texts, settings } = messages
  const { may } = useRights()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const save = useSave('area-types')
  if (!may('areaType.create')) return null
  return (
    <details>
      <summary>{texts.addType}</summary>
      <div className="settings__fields">
        {save.error !== null && (
          <Alert kind="error" role="alert">
            <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
          </Alert>
        )}
        <TextField
          id="type-name"
          name="type_name"
          label={settings.name}
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          id="type-code"
          name="type_code"
          label={texts.code}
          maxLength={255}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <div>
          <Button
            disabled={save.isPending || name.trim() === '' || code.trim() === ''}
            onClick={() =>
              save.mutate(
                {
                  path: `${PRIVATE}/area-types/`,
                  method: 'POST',
                  body: { name: name.trim(), code: code.trim() },
                },
                {
                  onSuccess: () => {
                    setName('')
                    setCode('')
                  },
                },
              )
            }
          >
            {settings.add}
          </Button>
        </div>
      </div>
    </details>
  )
}
