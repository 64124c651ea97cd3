import { Button, CheckboxField, TextareaField, TextField } from '@signalen/ui'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import {
  chooseOptionId,
  moveItem,
  readOptions,
  textOf,
  type WrittenOption,
  withMeta,
  writeOptions,
} from './written-question.ts'

/** What can be chosen; a tick box without choices is one that says yes to a sentence. */
export function OptionFields({
  id,
  meta,
  fieldType,
  onChange,
}: MetaFieldsProps & { readonly fieldType: string }) {
  const { questions: texts } = useMessages()
  const isOneTick = fieldType === 'checkbox_input' && !('values' in meta)
  const options = readOptions(meta.values)
  const write = (next: readonly WrittenOption[]) =>
    onChange({ ...meta, values: writeOptions(next, fieldType) })
  return (
    <>
      {fieldType === 'checkbox_input' && (
        <CheckboxField
          id={`${id}-one-tick`}
          name="one_tick"
          label={texts.oneTick}
          checked={isOneTick}
          onChange={(event) =>
            onChange(event.target.checked ? withoutValues(meta) : { ...meta, values: { '1': '' } })
          }
        />
      )}
      {isOneTick ? (
        <TextareaField
          id={`${id}-tick`}
          name="value"
          rows={2}
          label={texts.tickText}
          value={textOf(meta, 'value')}
          onChange={(event) => onChange(withMeta(meta, 'value', event.target.value))}
        />
      ) : (
        <fieldset className="question-options">
          <legend className="utrecht-form-label">{texts.options}</legend>
          <ol className="question-options__list">
            {options.map((option, index) => (
              <OptionRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the id of an option is being typed here.
                key={index}
                fieldId={`${id}-option-${index}`}
                option={option}
                number={index + 1}
                onChange={(next) => write(options.map((one, place) => (place === index ? next : one)))}
                onMove={(step) => write(moveItem(options, index, step))}
                onRemove={() => write(options.filter((_, place) => place !== index))}
              />
            ))}
          </ol>
          <Button onClick={() => write([...options, { id: chooseOptionId(options), label: '', info: '' }])}>
            {texts.addOption}
          </Button>
        </fieldset>
      )}
      {fieldType === 'radio_input' && (
        <CheckboxField
          id={`${id}-resets`}
          name="resetsStateOnChange"
          label={texts.resets}
          checked={meta.resetsStateOnChange === true}
          onChange={(event) => onChange(withMeta(meta, 'resetsStateOnChange', event.target.checked))}
        />
      )}
    </>
  )
}

function withoutValues(meta: MetaFieldsProps['meta']) {
  const { values: _, ...others } = meta
  return others
}

interface OptionRowProps {
  readonly fieldId: string
  readonly option: WrittenOption
  readonly number: number
  readonly onChange: (option: WrittenOption) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

function OptionRow({ fieldId, option, number, onChange, onMove, onRemove }: OptionRowProps) {
  const { questions: texts } = useMessages()
  const name = option.label || texts.option(number)
  return (
    <li className="question-option">
      <TextField
        id={`${fieldId}-label`}
        name="option"
        label={texts.option(number)}
        value={option.label}
        onChange={(event) => onChange({ ...option, label: event.target.value })}
      />
      <TextField
        id={`${fieldId}-info`}
        name="info"
        label={texts.optionInfo}
        value={option.info}
        onChange={(event) => onChange({ ...option, info: event.target.value })}
      />
      <span className="question-card__buttons">
        <button type="button" className="icon-button" aria-label={texts.up(name)} onClick={() => onMove(-1)}>
          <StaffIcon name="up" />
        </button>
        <button type="button" className="icon-button" aria-label={texts.down(name)} onClick={() => onMove(1)}>
          <StaffIcon name="down" />
        </button>
        <button type="button" className="icon-button" aria-label={texts.remove(name)} onClick={onRemove}>
          <StaffIcon name="trash" />
        </button>
      </span>
    </li>
  )
}
