import type { SelectOption } from '@signalen/ui'

interface PlainSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
}

/** A list to choose from where the label stands beside it already. */
export function PlainSelect({ label, value, options, onChange }: PlainSelectProps) {
  return (
    <select
      className="utrecht-select utrecht-select--html-select plain-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
