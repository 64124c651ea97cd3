import { useMutation, useQueryClient } from '@tanstack/react-query'
import { SAVED_FILTERS_KEY } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import type { SavedFilter } from '../../api/wire.ts'

const PATH = '/signals/v1/private/me/filters/'

type NewFilter = Omit<SavedFilter, 'id'>

/** Keeping, changing and throwing away one's own filters. */
export function useFilterChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: SAVED_FILTERS_KEY })
  const create = useMutation({
    mutationFn: (filter: NewFilter) => read<SavedFilter>(PATH, { method: 'POST', body: filter }),
    onSuccess,
  })
  const update = useMutation({
    mutationFn: ({ id, ...changes }: Partial<NewFilter> & { readonly id: number }) =>
      read<SavedFilter>(`${PATH}${id}`, { method: 'PATCH', body: changes }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: number) => read<void>(`${PATH}${id}`, { method: 'DELETE' }),
    onSuccess,
  })
  const share = useMutation({
    mutationFn: ({ id, department }: { readonly id: number; readonly department: string | null }) =>
      read<unknown>(`${PATH}${id}/sharing`, { method: 'PUT', body: { department } }),
    onSuccess,
  })
  return { create, update, remove, share }
}
