import { type RulePick, WEEKDAY_NAMES, writeTime } from '@signalen/domain'
import { CheckboxGroup, SelectField, TextField } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import { type PickOptions, toAnswerPick } from './pick-options.ts'

type SimplePick = Exclude<RulePick, { kind: 'group' | 'code' }>

interface PickFieldsProps {
  readonly fieldId: string
  readonly pick: SimplePick
  readonly options: PickOptions
  readonly onChange: (pick: RulePick) => void
}

export function PickFields({ fieldId, pick, options, onChange }: PickFieldsProps) {
  const { routing: texts } = useMessages()
  switch (pick.kind) {
    case 'main':
    case 'sub':
      return <CategoryFields fieldId={fieldId} pick={pick} options={options} onChange={onChange} />
    case 'district':
      return (
        <TextField
          id={fieldId}
          name="district"
          label={texts.district}
          value={pick.code}
          onChange={(event) => onChange({ ...pick, code: withoutQuotes(event.target.value) })}
        />
      )
    case 'area':
      return <AreaFields fieldId={fieldId} pick={pick} options={options} onChange={onChange} />
    case 'days':
      return (
        <CheckboxGroup
          id={fieldId}
          name={`${fieldId}-days`}
          label={texts.kinds.days}
          choices={WEEKDAY_NAMES.map((value) => ({ value, label: texts.days[value] }))}
          selected={pick.days}
          onSelect={(day, isOn) => {
            const days = WEEKDAY_NAMES.filter((one) => (one === day ? isOn : pick.days.includes(one)))
            if (days.length > 0) onChange({ ...pick, days })
          }}
        />
      )
    case 'from':
    case 'until':
      return (
        <TextField
          id={fieldId}
          name="time"
          type="time"
          short
          label={texts.kinds[pick.kind]}
          value={writeTime(pick.seconds).slice(0, 5)}
          onChange={(event) => {
            const [hours = 0, minutes = 0] = event.target.value.split(':').map(Number)
            if (event.target.value !== '') onChange({ ...pick, seconds: hours * 3600 + minutes * 60 })
          }}
        />
      )
    case 'answer':
      return <AnswerFields fieldId={fieldId} pick={pick} options={options} onChange={onChange} />
  }
}

/** A rule cannot hold a text with both kinds of them. */
function withoutQuotes(text: string): string {
  return text.replaceAll('"', '')
}

interface FieldsOf<Kind extends SimplePick['kind']> {
  readonly fieldId: string
  readonly pick: Extract<SimplePick, { kind: Kind }>
  readonly options: PickOptions
  readonly onChange: (pick: RulePick) => void
}

function CategoryFields({ fieldId, pick, options, onChange }: FieldsOf<'main' | 'sub'>) {
  const { routing: texts } = useMessages()
  const toOption = (name: string) => ({ value: name, label: name })
  const known = pick.kind === 'main' ? options.mains : options.subs.flatMap(({ names }) => names)
  const lost = known.includes(pick.name) ? [] : [{ value: pick.name, label: texts.unknown(pick.name) }]
  const choices =
    pick.kind === 'main'
      ? { options: [...lost, ...options.mains.map(toOption)] }
      : {
          options: lost,
          groups: options.subs.map(({ label, names }) => ({ label, options: names.map(toOption) })),
        }
  return (
    <>
      <SelectField
        id={`${fieldId}-is`}
        name="is"
        label={texts.kinds[pick.kind]}
        options={[
          { value: 'is', label: texts.is },
          { value: 'not', label: texts.isNot },
        ]}
        value={pick.is ? 'is' : 'not'}
        onChange={(event) => onChange({ ...pick, is: event.target.value === 'is' })}
      />
      <SelectField
        id={`${fieldId}-name`}
        name="category"
        label={texts.category}
        {...choices}
        value={pick.name}
        onChange={(event) => onChange({ ...pick, name: event.target.value })}
      />
    </>
  )
}

function AreaFields({ fieldId, pick, options, onChange }: FieldsOf<'area'>) {
  const { routing: texts } = useMessages()
  const toValue = ({ type, code }: { type: string; code: string }) => JSON.stringify([type, code])
  const value = toValue(pick)
  const types = Map.groupBy(options.areas, ({ type }) => type)
  const isKnown = options.areas.some((area) => toValue(area) === value)
  return (
    <SelectField
      id={fieldId}
      name="area"
      label={texts.kinds.area}
      options={isKnown ? [] : [{ value, label: texts.unknown(`${pick.type} ${pick.code}`) }]}
      groups={[...types].map(([label, areas]) => ({
        label,
        options: areas.map((area) => ({ value: toValue(area), label: `${area.name} (${area.code})` })),
      }))}
      value={value}
      onChange={(event) => {
        const area = options.areas.find((one) => toValue(one) === event.target.value)
        if (area) onChange({ kind: 'area', type: area.type, code: area.code })
      }}
    />
  )
}

function AnswerFields({ fieldId, pick, options, onChange }: FieldsOf<'answer'>) {
  const { routing: texts } = useMessages()
  const answer = options.answers.find(({ key }) => key === pick.key)
  const lost = answer ? [] : [{ value: pick.key, label: texts.unknown(pick.key) }]
  const values = answer?.values ?? []
  const lostValue = values.includes(pick.value)
    ? []
    : [{ value: pick.value, label: texts.unknown(pick.value) }]
  return (
    <>
      <SelectField
        id={`${fieldId}-key`}
        name="question"
        label={texts.kinds.answer}
        options={[...lost, ...options.answers.map(({ key, label }) => ({ value: key, label }))]}
        value={pick.key}
        onChange={(event) => {
          const chosen = options.answers.find(({ key }) => key === event.target.value)
          if (chosen) onChange(toAnswerPick(chosen))
        }}
      />
      {values.length > 0 ? (
        <SelectField
          id={`${fieldId}-value`}
          name="answer"
          label={texts.isAnswered}
          options={[...lostValue, ...values.map((value) => ({ value, label: value }))]}
          value={pick.value}
          onChange={(event) => onChange({ ...pick, value: event.target.value })}
        />
      ) : (
        <TextField
          id={`${fieldId}-value`}
          name="answer"
          label={texts.isAnswered}
          value={pick.value}
          onChange={(event) => onChange({ ...pick, value: withoutQuotes(event.target.value) })}
        />
      )}
    </>
  )
}
