import { parseExpression, type RulePick, toExpression, toPick, writeExpression } from '@signalen/domain'
import { Paragraph } from '@signalen/ui'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PickGroup } from './PickGroup.tsx'
import { usePickOptions } from './pick-options.ts'

interface RulePickerProps {
  readonly code: string
  readonly onChange: (code: string) => void
}

type Group = Extract<RulePick, { kind: 'group' }>

/** A rule picked from lists. What is kept is its code, so either way of writing shows what the other wrote. */
export function RulePicker({ code, onChange }: RulePickerProps) {
  const { routing: texts } = useMessages()
  const options = usePickOptions()
  const group = readGroup(code)
  if (!group) return <Paragraph>{texts.cannotPick}</Paragraph>
  if (!options) return <Waiting />
  return (
    <PickGroup
      fieldId="pick"
      group={group}
      options={options}
      onChange={(next) => {
        const expression = toExpression(next)
        onChange(expression ? writeExpression(expression) : '')
      }}
    />
  )
}

function readGroup(code: string): Group | undefined {
  if (code.trim() === '') return { kind: 'group', join: 'and', parts: [] }
  const parsed = parseExpression(code)
  if (!parsed.ok) return undefined
  const pick = toPick(parsed.expression)
  return pick.kind === 'group' ? pick : { kind: 'group', join: 'and', parts: [pick] }
}
