import type { ReactNode } from 'react'

export interface SummaryRow {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Names and values under each other. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="signalen-summary-list">
      {rows.map((row) => (
        <div key={row.key} className="signalen-summary-list__row">
          <dt className="signalen-summary-list__key">{row.label}</dt>
          <dd className="signalen-summary-list__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
