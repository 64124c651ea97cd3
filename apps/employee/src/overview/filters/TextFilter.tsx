import type { SignalFilterName } from '@signalen/domain'
import { CheckboxField, Paragraph, TextField } from '@signalen/ui'
import { setFilter } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { FilterFieldProps } from './FilterFields.tsx'

interface TextFilterProps extends FilterFieldProps {
  readonly name: SignalFilterName & keyof ReturnType<typeof useMessages>['filters']['names']
  readonly type?: 'text' | 'email' | 'number'
}

export function TextFilter({ name, type = 'text', filters, onChange }: TextFilterProps) {
  const texts = useMessages().filters
  return (
    <TextField
      id={`filter-${name}`}
      name={name}
      type={type}
      label={texts.names[name]}
      value={filters[name]?.[0] ?? ''}
      autoComplete="off"
      onChange={(event) => onChange(setFilter(filters, name, event.target.value ? [event.target.value] : []))}
    />
  )
}

/** A day; one with a time, as another program kept it, shows as its day and stays until it is changed. */
export function DayFilter({ name, filters, onChange }: TextFilterProps) {
  const texts = useMessages().filters
  return (
    <TextField
      id={`filter-${name}`}
      name={name}
      type="date"
      short
      label={texts.names[name]}
      value={filters[name]?.[0]?.slice(0, 10) ?? ''}
      onChange={(event) => onChange(setFilter(filters, name, event.target.value ? [event.target.value] : []))}
    />
  )
}

/** An area is drawn on the map; here it can be seen, and taken away. */
export function DrawnAreaFilter({ filters, onChange }: FilterFieldProps) {
  const texts = useMessages().filters
  if (!filters.within) return <Paragraph className="choices-filter__hint">{texts.drawOnMap}</Paragraph>
  return (
    <CheckboxField
      id="filter-within"
      name="within"
      label={texts.onlyWithin}
      checked
      onChange={() => onChange(setFilter(filters, 'within', []))}
    />
  )
}
