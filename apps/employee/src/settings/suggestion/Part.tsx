import { Heading, type HeadingLevel } from '@signalen/ui'
import { type ReactNode, useId } from 'react'

interface PartProps {
  readonly title: string
  readonly level?: HeadingLevel
  readonly children: ReactNode
}

/** A part of the screen that can be found by its heading. */
export function Part({ title, level = 2, children }: PartProps) {
  const id = useId()
  return (
    <section className="suggestion-part" aria-labelledby={id}>
      <Heading level={level} look={level === 2 ? 3 : 4} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

interface TableProps {
  readonly label: string
  readonly headers: readonly string[]
  readonly children: ReactNode
}

/** A table that can be moved sideways by the keyboard where it is wider than the screen. */
export function PartTable({ label, headers, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would stand among the parts of the page
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="signals settings__table">
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
