import type { SignalFilterName } from '@signalen/domain'
import { type Choice, ChoiceOptions, Fieldset, RadioGroup } from '@signalen/ui'
import { useState } from 'react'
import { setFilter, toggleValue } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { Messages } from '../../messages/nl.ts'
import type { FilterFieldProps } from './FilterFields.tsx'
import { useCounted } from './facet-counts.tsx'

type NamedFilter = SignalFilterName & keyof Messages['filters']['names']

interface ChoiceFilterProps extends FilterFieldProps {
  readonly name: NamedFilter
  readonly choices: readonly (Choice & { readonly label: string })[]
}

/** From how many on one looks instead of reads. */
const MANY = 10

/** Any of several; a long list can be searched through, and shows what is chosen first. */
export function ChoicesFilter({ name, choices, filters, onChange }: ChoiceFilterProps) {
  const texts = useMessages().filters
  const [find, setFind] = useState('')
  const counted = useCounted(name)
  const label = texts.names[name]
  const selected = filters[name] ?? []
  const shown = choices.filter(
    (choice) =>
      selected.includes(choice.value) || choice.label.toLowerCase().includes(find.trim().toLowerCase()),
  )
  const field = { id: `filter-${name}`, name, label }
  const findLabel = texts.find(label)
  return (
    <Fieldset {...field} className="choices-filter">
      {choices.length > MANY && (
        <input
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input choices-filter__find"
          aria-label={findLabel}
          placeholder={findLabel}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div className={choices.length > MANY ? 'choices-filter__many' : undefined}>
        <ChoiceOptions
          {...field}
          type="checkbox"
          choices={shown.map((choice) => ({ ...choice, label: counted(choice.label, choice.value) }))}
          selected={selected}
          onSelect={(value) => onChange(toggleValue(filters, name, value))}
        />
      </div>
    </Fieldset>
  )
}

/** At most one of several. */
export function SingleFilter({ name, choices, filters, onChange }: ChoiceFilterProps) {
  const texts = useMessages().filters
  const current = filters[name]?.[0] ?? ''
  return (
    <div className="choices-filter">
      <RadioGroup
        id={`filter-${name}`}
        name={name}
        label={texts.names[name]}
        choices={[{ value: '', label: texts.any }, ...choices]}
        selected={[current]}
        onSelect={(value) => onChange(setFilter(filters, name, value === '' ? [] : [value]))}
      />
    </div>
  )
}

type Labels = Messages['labels']
type LabelSet = Exclude<keyof Labels, 'yes' | 'no'>

interface LabelledProps<Set extends LabelSet> extends FilterFieldProps {
  readonly name: NamedFilter
  /** Which names its codes have. */
  readonly labels: Set
  readonly codes: readonly (string & keyof Labels[Set])[]
}

export function LabelledChoices<Set extends LabelSet>({ labels, codes, ...props }: LabelledProps<Set>) {
  return <ChoicesFilter {...props} choices={useLabelled(labels, codes)} />
}

export function LabelledSingle<Set extends LabelSet>({ labels, codes, ...props }: LabelledProps<Set>) {
  return <SingleFilter {...props} choices={useLabelled(labels, codes)} />
}

function useLabelled<Set extends LabelSet>(labels: Set, codes: readonly (string & keyof Labels[Set])[]) {
  const all: Readonly<Record<LabelSet, Readonly<Record<string, string>>>> = useMessages().labels
  const names = all[labels]
  return codes.map((code) => ({ value: code, label: names[code] ?? code }))
}

export function YesNoFilter(props: Omit<ChoiceFilterProps, 'choices'>) {
  const { yes, no } = useMessages().labels
  return (
    <SingleFilter
      {...props}
      choices={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
    />
  )
}
