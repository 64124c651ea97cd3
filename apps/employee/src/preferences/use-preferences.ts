import type { PreferencesAnswer } from '@signalen/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { keepCopy, type PreferenceChange, preferencesOptions, sendPreferences } from './preferences-api.ts'

const AS_IT_COMES: PreferencesAnswer = {
  start_page: null,
  columns: null,
  ordering: null,
  list_view: null,
  is_chosen: false,
}

export interface OwnPreferences {
  readonly preferences: PreferencesAnswer
  /** Whether it is known, or cannot be known. */
  readonly areKnown: boolean
  /** Shows at once, and is kept with the person. */
  change(change: PreferenceChange): void
}

export function usePreferences(): OwnPreferences {
  const client = useQueryClient()
  const { data, isError } = useQuery(preferencesOptions)
  const change = useCallback(
    (wanted: PreferenceChange) => {
      const { queryKey } = preferencesOptions
      void client.cancelQueries({ queryKey })
      const next = { ...(client.getQueryData(queryKey) ?? AS_IT_COMES), ...wanted, is_chosen: true }
      client.setQueryData(queryKey, next)
      keepCopy(next)
      sendPreferences(wanted).catch(() => client.invalidateQueries({ queryKey }))
    },
    [client],
  )
  return { preferences: data ?? AS_IT_COMES, areKnown: data !== undefined || isError, change }
}
