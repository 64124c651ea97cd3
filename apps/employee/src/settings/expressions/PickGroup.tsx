import { type RulePick, writeExpression } from '@signalen/domain'
import { Button, SelectField } from '@signalen/ui'
import { useState } from 'react'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PickFields } from './PickFields.tsx'
import { createPick, type PickKind, type PickOptions } from './pick-options.ts'

type Group = Extract<RulePick, { kind: 'group' }>

interface PickGroupProps {
  readonly fieldId: string
  readonly group: Group
  readonly options: PickOptions
  readonly onChange: (group: Group) => void
}

const KINDS: readonly PickKind[] = ['sub', 'main', 'area', 'answer', 'days', 'from', 'until', 'group']

export function PickGroup({ fieldId, group, options, onChange }: PickGroupProps) {
  const { routing: texts } = useMessages()
  const [added, setAdded] = useState<PickKind>('sub')
  // The last way of joining is remembered, also while there is one condition and the code has no word for it.
  const [join, setJoin] = useState(group.join)
  const shownJoin = group.parts.length > 1 ? group.join : join
  const write = (parts: readonly RulePick[]) => onChange({ ...group, join: shownJoin, parts })
  return (
    <fieldset className="condition-group">
      <legend>{group.parts.length > 1 ? texts.joined[shownJoin] : texts.when}</legend>
      {group.parts.length > 1 && (
        <SelectField
          id={`${fieldId}-join`}
          name="join"
          label={texts.join}
          options={(['and', 'or'] as const).map((value) => ({ value, label: texts.joined[value] }))}
          value={shownJoin}
          onChange={(event) => {
            const next = event.target.value === 'or' ? 'or' : 'and'
            setJoin(next)
            onChange({ ...group, join: next })
          }}
        />
      )}
      {group.parts.map((part, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same.
          key={index}
          className="condition-answer"
        >
          <PartFields
            fieldId={`${fieldId}-${index}`}
            part={part}
            options={options}
            onChange={(next) => write(group.parts.map((one, place) => (place === index ? next : one)))}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={texts.removeCondition(index + 1)}
            onClick={() => write(group.parts.filter((_, place) => place !== index))}
          >
            <StaffIcon name="trash" />
          </button>
        </div>
      ))}
      <div className="question-add">
        <SelectField
          id={`${fieldId}-kind`}
          name="kind"
          label={texts.newCondition}
          options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          value={added}
          onChange={(event) => setAdded(KINDS.find((kind) => kind === event.target.value) ?? 'sub')}
        />
        <Button
          onClick={() => {
            const pick = createPick(added, options)
            if (pick) write([...group.parts, pick])
          }}
        >
          {texts.addCondition}
        </Button>
      </div>
    </fieldset>
  )
}

interface PartFieldsProps {
  readonly fieldId: string
  readonly part: RulePick
  readonly options: PickOptions
  readonly onChange: (part: RulePick) => void
}

function PartFields({ fieldId, part, options, onChange }: PartFieldsProps) {
  const { routing: texts } = useMessages()
  if (part.kind === 'group') {
    return <PickGroup fieldId={fieldId} group={part} options={options} onChange={onChange} />
  }
  if (part.kind === 'code') {
    return (
      <p>
        {texts.onlyCode} <code className="settings__code">{writeExpression(part.expression)}</code>
      </p>
    )
  }
  return <PickFields fieldId={fieldId} pick={part} options={options} onChange={onChange} />
}
