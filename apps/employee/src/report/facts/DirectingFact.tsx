import type { SignalDetail } from '@signalen/contract'
import { useState } from 'react'
import { useDepartments } from '../../api/reference.ts'
import { InlineEdit } from '../../components/InlineEdit.tsx'
import { PlainSelect } from '../../components/PlainSelect.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** Who sees to it that the parts of a report come together. */
export function DirectingFact() {
  const { report } = useMessages()
  const { signal, save } = useReport()
  const { may } = useRights()
  const departments = (useDepartments().data ?? []).filter(({ can_direct }) => can_direct)
  const current = signal.directing_departments?.[0] ? String(signal.directing_departments[0].id) : ''
  const [chosen, setChosen] = useState(current)
  const what = report.fields.directing
  const present = (one: SignalDetail) =>
    one.directing_departments?.map(({ name }) => name).join(', ') || report.responsibleDirects
  function change() {
    if (chosen === current) return
    const next = departments.filter(({ id }) => String(id) === chosen)
    void save({
      what,
      body: { directing_departments: next.map(({ id }) => ({ id })) },
      expect: (one: SignalDetail) => ({
        ...one,
        directing_departments: next.map(({ id, code, name, is_intern }) => ({ id, code, name, is_intern })),
      }),
      present,
    })
  }
  return (
    <InlineEdit
      label={what}
      canEdit={may('signal.changeDirecting') && departments.length > 0}
      value={present(signal)}
      onOpen={() => setChosen(current)}
      onSave={change}
    >
      <PlainSelect
        label={what}
        value={chosen}
        options={[
          { value: '', label: report.responsibleDirects },
          ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}
