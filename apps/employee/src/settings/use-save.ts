import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { read } from '../api/request.ts'
import { announce } from '../components/announcer.tsx'
import { useMessages } from '../language/language-context.tsx'

export interface SaveRequest {
  readonly path: string
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Where to go when it is done. */
  readonly goTo?: string
}

/** Saves something that is set up, and has everything that shows it fetched again. */
export function useSave(...kinds: readonly string[]) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { settings } = useMessages()
  return useMutation({
    mutationFn: ({ path, method, body }: SaveRequest) => read<unknown>(path, { method, body }),
    onSuccess: async (_, { method, goTo }) => {
      await Promise.all(kinds.map((kind) => client.invalidateQueries({ queryKey: [kind] })))
      announce(method === 'DELETE' ? settings.removed : settings.saved)
      if (goTo) await navigate(goTo)
    },
  })
}
