import type { SuggestionModels, SuggestionReportAnswer, UrgencyRulesAnswer } from '@signalen/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { PRIVATE } from '../api.ts'

export const CLASSIFICATION = `${PRIVATE}/classification`
export const URGENCY_RULES = `${PRIVATE}/urgency/rules`

const MODELS_KEY = ['suggestions', 'models']
const WHILE_LEARNING = 3000

/** Asked again and again while something is being learnt. */
export function useModels(isWaiting: boolean) {
  return useQuery({
    queryKey: MODELS_KEY,
    queryFn: () => read<SuggestionModels>(`${CLASSIFICATION}/models`),
    refetchInterval: ({ state }) => (isWaiting || state.data?.training.is_running ? WHILE_LEARNING : false),
  })
}

const REPORT_KEY = ['suggestions', 'report']

/** Asked again and again while a new one is being made. */
export function useReport(isWaiting: boolean) {
  return useQuery({
    queryKey: REPORT_KEY,
    queryFn: () => read<SuggestionReportAnswer>(`${CLASSIFICATION}/report`),
    refetchInterval: ({ state }) => (isWaiting || state.data?.is_being_made ? WHILE_LEARNING : false),
  })
}

export function useReportRequest() {
  return useMutation({ mutationFn: () => read<unknown>(`${CLASSIFICATION}/report`, { method: 'POST' }) })
}

export function useUrgencyRules() {
  return useQuery({
    queryKey: ['urgency'],
    queryFn: () => read<UrgencyRulesAnswer>(URGENCY_RULES),
  })
}

/** Puts another model in use; the answer is how things stand then. */
export function useActivation(words: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number | 'shipped') =>
      read<SuggestionModels>(`${CLASSIFICATION}/models/${version}/activate`, { method: 'POST' }),
    onSuccess: async (models) => {
      client.setQueryData(MODELS_KEY, models)
      announce(words)
      await client.invalidateQueries({ queryKey: REPORT_KEY })
    },
  })
}

export function useTraining() {
  return useMutation({ mutationFn: () => read<unknown>(`${CLASSIFICATION}/train`, { method: 'POST' }) })
}
