import { Alert, Button, CheckboxField, Paragraph, SelectField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useDepartments, useSavedFilters, useSharedFilters } from '../../api/reference.ts'
import type { SavedFilter } from '../../api/wire.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { EMPTY_QUERY, fromFilterOptions, writeListQuery } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useStartPage } from '../start-page.ts'
import { useFilterChanges } from './use-saved-filters.ts'

export function ManageFiltersDialog({ onClose }: { readonly onClose: () => void }) {
  const { filters } = useMessages()
  const saved = useSavedFilters().data ?? []
  return (
    <Dialog title={filters.save.manage} onClose={onClose}>
      {saved.length === 0 && <Paragraph>{filters.save.empty}</Paragraph>}
      <ul className="plain-list">
        {saved.map((filter) => (
          <FilterLine key={filter.id} filter={filter} />
        ))}
      </ul>
    </Dialog>
  )
}

function FilterLine({ filter }: { readonly filter: SavedFilter }) {
  const messages = useMessages()
  const { save } = messages.filters
  const { update, remove, share } = useFilterChanges()
  const departments = useDepartments().data ?? []
  const shared = useSharedFilters().data?.find(({ id }) => id === filter.id)
  const [startPage, setStartPage] = useStartPage()
  const address = `/incidents?${writeListQuery({ ...EMPTY_QUERY, filters: fromFilterOptions(filter.options) })}`
  const [name, setName] = useState(filter.name)
  const [isSure, setIsSure] = useState(false)
  const error = update.error ?? remove.error ?? share.error
  const rename = () => {
    if (name.trim() && name.trim() !== filter.name) update.mutate({ id: filter.id, name: name.trim() })
  }
  return (
    <li className="plain-list__item">
      <TextField
        id={`filter-${filter.id}`}
        name="name"
        label={save.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
      />
      <CheckboxField
        id={`filter-${filter.id}-shown`}
        name="shown"
        label={save.shown}
        checked={filter.show_on_overview}
        onChange={(event) => update.mutate({ id: filter.id, show_on_overview: event.target.checked })}
      />
      <CheckboxField
        id={`filter-${filter.id}-start`}
        name="start"
        label={save.startPage}
        checked={startPage === address}
        onChange={(event) => setStartPage(event.target.checked ? address : '')}
      />
      <SelectField
        id={`filter-${filter.id}-share`}
        name="share"
        label={save.shareWith}
        emptyLabel={save.shareNobody}
        options={departments.map(({ code, name: label }) => ({ value: code, label }))}
        value={shared?.department.code ?? ''}
        onChange={(event) => share.mutate({ id: filter.id, department: event.target.value || null })}
      />
      {isSure ? (
        <Alert kind="warning" role="alert">
          <Paragraph>{save.removeSure(filter.name)}</Paragraph>
          <div className="signalen-actions">
            <Button negative onClick={() => remove.mutate(filter.id)}>
              {save.remove}
            </Button>
            <Button purpose="subtle" onClick={() => setIsSure(false)}>
              {messages.shell.cancel}
            </Button>
          </div>
        </Alert>
      ) : (
        <Button purpose="subtle" onClick={() => setIsSure(true)}>
          {save.remove}
        </Button>
      )}
      {error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
    </li>
  )
}
