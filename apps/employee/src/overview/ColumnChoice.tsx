import { Button } from '@signalen/ui'
import { useEffect, useRef } from 'react'
import { Popover } from '../components/Popover.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { listForChoice, moveColumn, turnColumn } from './column-choice.ts'
import type { ColumnName } from './column-names.ts'
import { useColumnChoice } from './use-column-choice.ts'

export function ColumnChoice() {
  const { overview } = useMessages()
  return (
    <div className="column-choice">
      <Popover
        label={
          <>
            <StaffIcon name="gear" />
            {overview.columns}
          </>
        }
      >
        <ColumnList />
      </Popover>
    </div>
  )
}

/** Each column to be shown or not, and moved before or behind another. */
function ColumnList() {
  const { overview } = useMessages()
  const [chosen, setChosen] = useColumnChoice()
  const pressed = useRef<string>(undefined)
  // The button that moves with its column keeps the focus.
  useEffect(() => {
    if (pressed.current && chosen.length > 0) document.getElementById(pressed.current)?.focus()
    pressed.current = undefined
  }, [chosen])
  function move(name: ColumnName, step: 1 | -1) {
    pressed.current = moveButtonId(name, step)
    setChosen(moveColumn(chosen, name, step))
  }
  return (
    <fieldset className="column-list">
      <legend className="signalen-visually-hidden">{overview.columns}</legend>
      <ul className="column-list__rows">
        {listForChoice(chosen).map((name) => (
          <li key={name} className="column-list__row">
            <label className="column-list__name">
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={() => setChosen(turnColumn(chosen, name))}
              />
              {overview.fields[name]}
            </label>
            {chosen.includes(name) && (
              <>
                <MoveButton name={name} step={-1} isEnd={chosen[0] === name} onMove={move} />
                <MoveButton name={name} step={1} isEnd={chosen.at(-1) === name} onMove={move} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Button purpose="subtle" onClick={() => setChosen(null)}>
        {overview.standardColumns}
      </Button>
    </fieldset>
  )
}

interface MoveButtonProps {
  readonly name: ColumnName
  readonly step: 1 | -1
  readonly isEnd: boolean
  readonly onMove: (name: ColumnName, step: 1 | -1) => void
}

function MoveButton({ name, step, isEnd, onMove }: MoveButtonProps) {
  const { overview } = useMessages()
  const label =
    step === 1 ? overview.moveLater(overview.fields[name]) : overview.moveEarlier(overview.fields[name])
  return (
    <button
      type="button"
      id={moveButtonId(name, step)}
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onMove(name, step)}
    >
      <StaffIcon name={step === 1 ? 'down' : 'up'} />
    </button>
  )
}

function moveButtonId(name: ColumnName, step: 1 | -1): string {
  return `column-${name}-${step === 1 ? 'later' : 'earlier'}`
}
