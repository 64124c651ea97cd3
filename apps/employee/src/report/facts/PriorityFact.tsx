import type { SignalDetail } from '@signalen/contract'
import { isPriority, isTypeCode, PRIORITIES, TYPE_CODES } from '@signalen/domain'
import { useState } from 'react'
import { PriorityMark } from '../../components/badges.tsx'
import { InlineEdit } from '../../components/InlineEdit.tsx'
import { PlainSelect } from '../../components/PlainSelect.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

export function PriorityFact() {
  const { report, labels } = useMessages()
  const { signal, save } = useReport()
  const { may } = useRights()
  const current = signal.priority.priority
  const [chosen, setChosen] = useState(current)
  const name = (priority: string) => (isPriority(priority) ? labels.priority[priority] : priority)
  const what = report.fields.priority
  function change() {
    if (chosen === current) return
    void save({
      what,
      body: { priority: { priority: chosen } },
      expect: (one: SignalDetail) => ({ ...one, priority: { ...one.priority, priority: chosen } }),
      present: (one) => name(one.priority.priority),
    })
  }
  return (
    <InlineEdit
      label={what}
      canEdit={may('signal.changePriority')}
      value={
        <>
          {name(current)} <PriorityMark priority={current} />
        </>
      }
      onOpen={() => setChosen(current)}
      onSave={change}
    >
      <PlainSelect
        label={what}
        value={chosen}
        options={[...PRIORITIES].reverse().map((value) => ({ value, label: labels.priority[value] }))}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}

export function TypeFact() {
  const { report, labels } = useMessages()
  const { signal, save } = useReport()
  const { may } = useRights()
  const current = signal.type.code
  const [chosen, setChosen] = useState(current)
  const name = (code: string) => (isTypeCode(code) ? labels.type[code] : code)
  const what = report.fields.type
  function change() {
    if (chosen === current) return
    void save({
      what,
      body: { type: { code: chosen } },
      expect: (one: SignalDetail) => ({ ...one, type: { ...one.type, code: chosen } }),
      present: (one) => name(one.type.code),
    })
  }
  return (
    <InlineEdit
      label={what}
      canEdit={may('signal.changeType')}
      value={name(current)}
      onOpen={() => setChosen(current)}
      onSave={change}
    >
      <PlainSelect
        label={what}
        value={chosen}
        options={TYPE_CODES.map((value) => ({ value, label: labels.type[value] }))}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}
