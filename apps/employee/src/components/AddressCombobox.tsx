import { classNames, FormField } from '@signalen/ui'
import { type KeyboardEvent, useId, useState } from 'react'
import type { FoundAddress } from '../api/wire.ts'
import { useMessages } from '../language/language-context.tsx'

interface AddressComboboxProps {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly error?: string | undefined
  readonly typed: string
  readonly addresses: readonly FoundAddress[]
  readonly isSearching: boolean
  readonly onType: (text: string) => void
  readonly onChoose: (address: FoundAddress) => void
}

/** Addresses while one types, from the register of the municipality. */
export function AddressCombobox(props: AddressComboboxProps) {
  const { id, label, description, error, typed, addresses, isSearching, onType, onChoose } = props
  const { shell } = useMessages()
  const listId = useId()
  const [active, setActive] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const isShown = isOpen && addresses.length > 0
  function choose(address: FoundAddress | undefined) {
    if (!address) return
    onType(address.display)
    onChoose(address)
    setIsOpen(false)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setIsOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(Math.max(0, Math.min(addresses.length - 1, isShown ? active + step : 0)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isShown) choose(addresses[active])
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      event.stopPropagation()
      setIsOpen(false)
    }
  }
  return (
    <FormField id={id} name={id} label={label} description={description} error={error} className="combobox">
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
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={isShown ? `${id}-option-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={[`${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')}
          value={typed}
          onChange={(event) => {
            onType(event.target.value)
            setActive(0)
            setIsOpen(true)
          }}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-label={label} className="combobox__list" hidden={!isShown}>
          {addresses.map((address, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            <div
              key={address.id}
              id={`${id}-option-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classNames('combobox__option', index === active && 'combobox__option--active')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(address)}
            >
              {address.display}
            </div>
          ))}
        </div>
        {isOpen && !isSearching && typed.trim().length >= 3 && addresses.length === 0 && (
          <p className="combobox__none" role="status">
            {shell.nothingFound}
          </p>
        )}
      </div>
    </FormField>
  )
}
