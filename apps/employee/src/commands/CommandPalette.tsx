import { classNames } from '@signalen/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '../components/Dialog.tsx'
import { EMPTY_QUERY, writeListQuery } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { type Command, useOfferedCommands } from './command-store.ts'
import { findCommands } from './find-commands.ts'
import { useGeneralCommands } from './use-general-commands.ts'

/** Everything that can be done from here, by typing a part of its name; a number opens its report. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { commands: texts, overview, shell } = useMessages()
  const navigate = useNavigate()
  const offered = useOfferedCommands()
  const general = useGeneralCommands()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  // A dialog that opens gives the focus to its first button.
  useEffect(() => field.current?.focus(), [])
  const found = findCommands(text, {
    commands: [...offered, ...general],
    openNumber: (number) => ({
      id: 'open-number',
      label: overview.open(number),
      group: texts.goTo,
      run: () => void navigate(`/incident/${number}`),
    }),
    search: (words) => ({
      id: 'search-words',
      label: texts.search(words),
      group: texts.goTo,
      run: () => void navigate(`/incidents?${writeListQuery({ ...EMPTY_QUERY, words })}`),
    }),
  })

  function run(command: Command | undefined) {
    if (!command) return
    onClose()
    // After the dialog gave the focus back, so that what opens now can take it.
    setTimeout(() => command.run())
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault()
      return run(found[active])
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const next = Math.max(0, Math.min(found.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title={texts.title} onClose={onClose} className="palette">
      <input
        ref={field}
        role="combobox"
        className="utrecht-textbox utrecht-textbox--html-input"
        aria-label={texts.label}
        placeholder={texts.label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={texts.label} className="palette__list">
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classNames('palette__option', index === active && 'palette__option--active')}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            <span className="palette__group">
              {command.group}
              {command.shortcut && <kbd>{command.shortcut}</kbd>}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{shell.nothingFound}</p>}
    </Dialog>
  )
}
