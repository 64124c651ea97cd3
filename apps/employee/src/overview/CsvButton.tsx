import { useState } from 'react'
import { presentFailure } from '../api/failure-text.ts'
import { read } from '../api/request.ts'
import { announce } from '../components/announcer.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { saveFile } from '../components/save-file.ts'
import { type ListQuery, toFilterParameters } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'

/** Everything that the filter finds as a file that spreadsheets open at once. */
export function CsvButton({ query }: { readonly query: ListQuery }) {
  const messages = useMessages()
  const { overview } = messages
  const { may } = useRights()
  const [isBusy, setIsBusy] = useState(false)
  if (!may('signal.export') || query.words) return null
  async function download() {
    setIsBusy(true)
    const parameters = toFilterParameters({ filters: query.filters, sorting: undefined })
    parameters.set('format', 'excel')
    try {
      saveFile(await read<Blob>(`/signals/v1/private/signals.csv?${parameters}`), 'meldingen.csv')
    } catch (error) {
      announce(presentFailure(error, messages))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <button type="button" className="text-button" disabled={isBusy} onClick={() => void download()}>
      <StaffIcon name="download" />
      {isBusy ? overview.csvBusy : overview.csv}
    </button>
  )
}
