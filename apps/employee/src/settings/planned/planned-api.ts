import type { PreparedChangeAnswer } from '@signalen/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

const PATH = `${PRIVATE}/prepared-changes`

export type PlannedKind = PreparedChangeAnswer['kind']

export function usePlannedChanges() {
  return useQuery({
    queryKey: ['planned'],
    queryFn: () => read<readonly PreparedChangeAnswer[]>(PATH),
  })
}

export interface Plan {
  readonly kind: PlannedKind
  readonly object_id: string | null
  readonly publish_at: string
  readonly input: unknown
}

export function usePlan() {
  const client = useQueryClient()
  const { planned: texts } = useMessages()
  return useMutation({
    mutationFn: (body: Plan) => read<unknown>(PATH, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['planned'] })
      announce(texts.planned)
    },
  })
}

export function useCancelPlan() {
  const client = useQueryClient()
  const { planned: texts } = useMessages()
  return useMutation({
    mutationFn: (id: number) => read<unknown>(`${PATH}/${id}`, { method: 'DELETE' }),
    onSuccess: () => announce(texts.cancelled),
    onSettled: () => client.invalidateQueries({ queryKey: ['planned'] }),
  })
}
