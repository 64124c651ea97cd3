import type { SignalCause } from '@signalen/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import { announce } from '../../components/announcer.tsx'
import { InlineEdit } from '../../components/InlineEdit.tsx'
import { PlainSelect } from '../../components/PlainSelect.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** What was behind it, where the municipality keeps that. */
export function CauseFact() {
  const messages = useMessages()
  const { report } = messages
  const { signal } = useReport()
  const { may } = useRights()
  const client = useQueryClient()
  const path = signalPath(signal.id, '/cause')
  const queryKey = ['signals', 'one', signal.id, 'cause']
  const { data } = useQuery({ queryKey, queryFn: () => read<SignalCause>(path) })
  const [chosen, setChosen] = useState('')
  if (!data || (data.choices.length === 0 && data.cause === null)) return null
  const { cause } = data
  const choices = [...new Set([...(cause ? [cause] : []), ...data.choices])]
  async function change() {
    if (chosen === (cause ?? '')) return
    try {
      client.setQueryData(
        queryKey,
        await read<SignalCause>(path, { method: 'PUT', body: { cause: chosen || null } }),
      )
      announce(report.saved(report.fields.cause))
      await client.invalidateQueries({ queryKey: ['signals'] })
    } catch (error) {
      announce(presentFailure(error, messages))
    }
  }
  return (
    <InlineEdit
      label={report.fields.cause}
      canEdit={may('signal.changeCause') && data.choices.length > 0}
      value={cause ?? report.unknownCause}
      onOpen={() => setChosen(cause ?? '')}
      onSave={() => void change()}
    >
      <PlainSelect
        label={report.fields.cause}
        value={chosen}
        options={[
          { value: '', label: report.unknownCause },
          ...choices.map((value) => ({ value, label: value })),
        ]}
        onChange={setChosen}
      />
    </InlineEdit>
  )
}
