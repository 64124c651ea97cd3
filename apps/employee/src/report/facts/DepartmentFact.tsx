import type { SignalDetail } from '@signalen/contract'
import { useState } from 'react'
import { useDepartments } from '../../api/reference.ts'
import { InlineEdit } from '../../components/InlineEdit.tsx'
import { PlainSelect } from '../../components/PlainSelect.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** Who it was routed to by hand; without that, the department of its category has it. */
export function DepartmentFact() {
  const { report } = useMessages()
  const { signal, save } = useReport()
  const { may } = useRights()
  const departments = useDepartments().data ?? []
  const routed = signal.routing_departments ?? []
  const current = routed[0] ? String(routed[0].id) : ''
  const [chosen, setChosen] = useState(current)
  const what = report.fields.department
  const present = (one: SignalDetail) =>
    one.routing_departments?.map(({ name }) => name).join(', ') ||
    report.responsible(one.category.departments)
  function change() {
    if (chosen === current) return
    const department = departments.find(({ id }) => String(id) === chosen)
    const next = department ? [department] : []
    void save({
      what,
      body: { routing_departments: next.map(({ id }) => ({ id })) },
      expect: (one: SignalDetail) => ({
        ...one,
        routing_departments: next.map(({ id, code, name, is_intern }) => ({ id, code, name, is_intern })),
      }),
      present,
    })
  }
  return (
    <InlineEdit
      label={what}
      canEdit={may('signal.changeRouting')}
      value={present(signal)}
      onOpen={() => setChosen(current)}
      onSave={change}
    >
      <PlainSelect
        label={what}
        value={chosen}
        options={[
          { value: '', label: report.backToTray },
          ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}
