import type { AreaImportAnswer, AreaUsesAnswer } from '@signalen/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { type AreaFeature, toAreaFile } from './read-area-file.ts'

interface AreaType {
  readonly id: number
  readonly name: string
  readonly code: string
}

export function useAreaTypes() {
  return useQuery({
    queryKey: ['area-types'],
    queryFn: async () => (await read<Page<AreaType>>(`${PRIVATE}/area-types/?page_size=1000`)).results,
  })
}

export interface AreaImportInput {
  readonly type: string
  readonly features: readonly AreaFeature[]
  readonly name_field: string
  readonly code_field: string
  readonly dry_run: boolean
}

export function useImportAreas() {
  const client = useQueryClient()
  const { areas: texts } = useMessages()
  return useMutation({
    mutationFn: (body: AreaImportInput) =>
      read<AreaImportAnswer>(`${PRIVATE}/areas/import`, { method: 'POST', body }),
    onSuccess: async (answer) => {
      if (!answer.is_stored) return
      await client.invalidateQueries({ queryKey: ['areas'] })
      announce(texts.stored)
    },
  })
}

export function useAreaUses(path: string) {
  return useQuery({
    queryKey: ['areas', 'uses', path],
    queryFn: () => read<AreaUsesAnswer>(`${path}/uses`),
  })
}

/** The areas that another server publishes, as a file of them would be read. */
export function useFetchAreas() {
  return useMutation({
    mutationFn: async (body: { readonly url: string; readonly type_name: string }) => {
      const { features } = await read<{ readonly features: readonly unknown[] }>(`${PRIVATE}/areas/fetch`, {
        method: 'POST',
        body,
      })
      return toAreaFile(features)
    },
  })
}
