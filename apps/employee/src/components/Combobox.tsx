import { classNames, FormField } from '@signalen/ui'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useMessages } from '../language/language-context.tsx'
import { matchOptions } from './match-options.ts'

export interface ComboboxOption {
  readonly value: string
  readonly label: string
  /** Above it, such as the main category. */
  readonly group?: string
  readonly hint?: string
  /** More to find it by, not shown. */
  readonly words?: string
}

export interface ComboboxProps {
  readonly id: string
  readonly label: string
  readonly options: readonly ComboboxOption[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
}

/** Choosing one of many by typing a part of it: the pattern that screen readers know as a combobox. */
export function Combobox(props: ComboboxProps) {
  const { id, label, options, value, onChange, description, error, required = false } = props
  const { shell } = useMessages()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const current = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const isOpen = typed !== undefined
  const found = useMemo(() => matchOptions(options, typed ?? ''), [options, typed])
  const field = { id, name: id, label, description, error, required }

  function choose(option: ComboboxOption | undefined) {
    if (option) onChange(option.value)
    setTyped(undefined)
  }
  function move(to: number) {
    const next = Math.max(0, Math.min(found.length - 1, to))
    setActive(next)
    list.current?.querySelector(`#${optionId(id, next)}`)?.scrollIntoView({ block: 'nearest' })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (isOpen) move(active + (event.key === 'ArrowDown' ? 1 : -1))
      else open('')
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      choose(found[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(undefined)
    }
  }
  function open(text: string) {
    setTyped(text)
    setActive(Math.max(0, text === '' ? options.findIndex((option) => option.value === value) : 0))
  }
  return (
    <FormField {...field} className="combobox">
      <div className="combobox__frame">
        <input
          id={id}
          role="combobox"
          className={classNames(
            'utrecht-textbox',
            'utrecht-textbox--html-input',
            error && 'utrecht-textbox--invalid',
          )}
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={isOpen && found.length > 0 ? optionId(id, active) : undefined}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={
            [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ') ||
            undefined
          }
          value={typed ?? current?.label ?? ''}
          onChange={(event) => open(event.target.value)}
          onClick={() => !isOpen && open('')}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(undefined)}
          onKeyDown={onKeyDown}
        />
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={label}
          className="combobox__list"
          hidden={!isOpen}
        >
          {found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            <div
              key={option.value}
              id={optionId(id, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classNames('combobox__option', index === active && 'combobox__option--active')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.label}
              {option.group && <span className="combobox__group">{option.group}</span>}
              {option.hint && <span className="combobox__hint">{option.hint}</span>}
            </div>
          ))}
        </div>
        {isOpen && found.length === 0 && (
          <p className="combobox__none" role="status">
            {shell.nothingFound}
          </p>
        )}
      </div>
    </FormField>
  )
}

function optionId(id: string, index: number): string {
  return `${id}-option-${index}`
}
