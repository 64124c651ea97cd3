import { Button, TextField } from '@signalen/ui'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import { type Meta, textOf, toMeta, withMeta } from './written-question.ts'

const TYPE_FIELDS = ['label', 'idField', 'typeField', 'typeValue', 'description'] as const

/** Where the objects on the map come from, and which kinds there are. */
export function AssetFields({ id, meta, onChange }: MetaFieldsProps) {
  const { questions: texts } = useMessages()
  const types = (Array.isArray(meta.featureTypes) ? (meta.featureTypes as unknown[]) : []).map(toMeta)
  const write = (next: readonly Meta[]) =>
    onChange(withMeta(meta, 'featureTypes', next.length > 0 ? next : undefined))
  return (
    <>
      <TextField
        id={`${id}-endpoint`}
        name="endpoint"
        spellCheck={false}
        label={texts.endpoint}
        description={texts.endpointHint}
        value={textOf(meta, 'endpoint')}
        onChange={(event) => onChange(withMeta(meta, 'endpoint', event.target.value.trim()))}
      />
      <TextField
        id={`${id}-most`}
        name="maxNumberOfAssets"
        short
        inputMode="numeric"
        label={texts.mostAssets}
        value={String(meta.maxNumberOfAssets ?? '')}
        onChange={(event) =>
          onChange(
            withMeta(meta, 'maxNumberOfAssets', Number(event.target.value.replaceAll(/\D/g, '')) || ''),
          )
        }
      />
      <fieldset className="question-options">
        <legend className="utrecht-form-label">{texts.assetTypes}</legend>
        <ol className="question-options__list">
          {types.map((type, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: types have no id of their own.
              key={index}
              className="question-option"
            >
              {TYPE_FIELDS.map((name) => (
                <TextField
                  key={name}
                  id={`${id}-asset-${index}-${name}`}
                  name={name}
                  label={texts.assetType[name]}
                  value={textOf(type, name)}
                  onChange={(event) =>
                    write(
                      types.map((one, place) =>
                        place === index ? withMeta(one, name, event.target.value) : one,
                      ),
                    )
                  }
                />
              ))}
              <TextField
                id={`${id}-asset-${index}-icon`}
                name="icon"
                label={texts.assetIcon}
                value={textOf(toMeta(type.icon), 'iconUrl')}
                onChange={(event) => {
                  const icon = { ...toMeta(type.icon), iconUrl: event.target.value }
                  write(types.map((one, place) => (place === index ? { ...one, icon } : one)))
                }}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={texts.remove(textOf(type, 'label') || String(index + 1))}
                onClick={() => write(types.filter((_, place) => place !== index))}
              >
                <StaffIcon name="trash" />
              </button>
            </li>
          ))}
        </ol>
        <Button onClick={() => write([...types, {}])}>{texts.addAssetType}</Button>
      </fieldset>
    </>
  )
}
