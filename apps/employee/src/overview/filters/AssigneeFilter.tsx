import { RadioGroup } from '@signalen/ui'
import { useState } from 'react'
import { useColleagues } from '../../api/reference.ts'
import { Combobox } from '../../components/Combobox.tsx'
import { setFilter } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { FilterFieldProps } from './FilterFields.tsx'

type Who = 'anyone' | 'me' | 'nobody' | 'colleague'

/** Mine, nobody's, or those of one colleague. */
export function AssigneeFilter({ filters, onChange }: FilterFieldProps) {
  const texts = useMessages().filters
  const email = useRights().user?.email ?? ''
  const colleagues = useColleagues().data ?? []
  const current = filters.assigned_user_email?.[0]
  const [isPicking, setIsPicking] = useState(false)
  const who = isPicking ? 'colleague' : findWho(current, email)
  const set = (value: string | undefined) =>
    onChange(setFilter(filters, 'assigned_user_email', value === undefined ? [] : [value]))
  function choose(next: string) {
    setIsPicking(next === 'colleague')
    if (next === 'anyone' || next === 'colleague') set(undefined)
    else set(next === 'me' ? email : 'null')
  }
  const choices: readonly Who[] = ['anyone', 'me', 'nobody', 'colleague']
  return (
    <div className="choices-filter">
      <RadioGroup
        id="filter-assigned"
        name="assigned"
        label={texts.names.assigned_user_email}
        choices={choices.map((value) => ({ value, label: texts[value] }))}
        selected={[who]}
        onSelect={choose}
      />
      {who === 'colleague' && (
        <Combobox
          id="filter-colleague"
          label={texts.colleagueEmail}
          options={colleagues.map((value) => ({ value, label: value }))}
          value={current ?? ''}
          onChange={set}
        />
      )}
    </div>
  )
}

function findWho(current: string | undefined, email: string): Who {
  if (current === undefined) return 'anyone'
  if (current === 'null') return 'nobody'
  return current.toLowerCase() === email.toLowerCase() ? 'me' : 'colleague'
}
