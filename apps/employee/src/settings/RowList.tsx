import { Button } from '@signalen/ui'
import type { ReactNode } from 'react'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { moveItem } from './questions/written-question.ts'

interface RowListProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row, index: number) => string
  readonly fieldsOf: (row: Row, index: number, set: (row: Row) => void) => ReactNode
  readonly canRemove: (row: Row) => boolean
  readonly addLabel: string
  readonly create: () => Row
  readonly onChange: (rows: readonly Row[]) => void
}

/** Rows that have an order: changed, moved, added and removed where they stand. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { label, rows, nameOf, fieldsOf, canRemove, addLabel, create, onChange } = props
  const { questions: texts } = useMessages()
  return (
    <fieldset className="question-options">
      <legend className="utrecht-form-label">{label}</legend>
      <ol className="question-options__list">
        {rows.map((row, index) => {
          const name = nameOf(row, index)
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id yet.
              key={index}
              className="condition-answer"
            >
              {fieldsOf(row, index, (next) =>
                onChange(rows.map((one, place) => (place === index ? next : one))),
              )}
              <span className="question-card__buttons row-list__buttons">
                <button
                  type="button"
                  className="icon-button"
                  aria-label={texts.up(name)}
                  onClick={() => onChange(moveItem(rows, index, -1))}
                >
                  <StaffIcon name="up" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={texts.down(name)}
                  onClick={() => onChange(moveItem(rows, index, 1))}
                >
                  <StaffIcon name="down" />
                </button>
                {canRemove(row) && (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={texts.remove(name)}
                    onClick={() => onChange(rows.filter((_, place) => place !== index))}
                  >
                    <StaffIcon name="trash" />
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      <div>
        <Button onClick={() => onChange([...rows, create()])}>{addLabel}</Button>
      </div>
    </fieldset>
  )
}
