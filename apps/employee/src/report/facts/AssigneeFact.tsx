import type { SignalDetail } from '@signalen/contract'
import { useState } from 'react'
import { useColleagues } from '../../api/reference.ts'
import { InlineEdit } from '../../components/InlineEdit.tsx'
import { PlainSelect } from '../../components/PlainSelect.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** Of the departments that the report is with, who is active; whoever has it now stays in the list. */
export function AssigneeFact() {
  const { report } = useMessages()
  const { signal, save } = useReport()
  const { may, user } = useRights()
  const current = signal.assigned_user_email
  const [chosen, setChosen] = useState(current ?? '')
  const colleagues = useColleagues(departmentsOf(signal)).data ?? []
  const canEdit = may('signal.assignUser')
  const what = report.fields.assigned
  const emails = [...new Set([...(user ? [user.email] : []), ...(current ? [current] : []), ...colleagues])]
  function assign(email: string) {
    if (email === (current ?? '')) return
    const value = email === '' ? null : email
    void save({
      what,
      body: { assigned_user_email: value },
      expect: (one: SignalDetail) => ({ ...one, assigned_user_email: value }),
      present: (one) => one.assigned_user_email ?? report.nobody,
    })
  }
  return (
    <InlineEdit
      label={what}
      canEdit={canEdit}
      value={
        <>
          {current ?? report.nobody}
          {canEdit && current === null && user && (
            <button type="button" className="text-button" onClick={() => assign(user.email)}>
              {report.assignMe}
            </button>
          )}
        </>
      }
      onOpen={() => setChosen(current ?? '')}
      onSave={() => assign(chosen)}
    >
      <PlainSelect
        label={what}
        value={chosen}
        options={[
          { value: '', label: report.nobody },
          ...emails.map((email) => ({ value: email, label: email })),
        ]}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}

/** Where it was routed to, or else who is responsible for its category. */
export function departmentsOf(signal: SignalDetail): string[] {
  if (signal.routing_departments?.length) return signal.routing_departments.map(({ code }) => code)
  return signal.category.departments
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean)
}
