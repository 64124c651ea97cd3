import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { read } from '../api/request.ts'
import type { Category } from '../api/wire.ts'

/** How sure it must be before a category is filled in by itself. */
const SURE_ENOUGH = 0.41
const SHORTEST = 12
const PAUSE = 500

type Ranking = readonly [urls: readonly string[], chances: readonly number[]]

interface Prediction {
  readonly subrubriek?: Ranking
}

export interface Suggestion {
  readonly category: Category
  readonly isSure: boolean
}

/** The categories that fit a text best, once someone pauses. Without an answer there are none. */
export function useSuggestions(
  text: string,
  categories: readonly Category[] | undefined,
): readonly Suggestion[] {
  const settled = useSettled(text.trim())
  const { data } = useQuery({
    queryKey: ['suggestion', settled],
    queryFn: () =>
      read<Prediction>('/signals/category/prediction', { method: 'POST', body: { text: settled } }),
    enabled: settled.length >= SHORTEST,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  return data?.subrubriek && categories ? toSuggestions(data.subrubriek, categories) : []
}

const MOST = 3

export function toSuggestions([urls, chances]: Ranking, categories: readonly Category[]): Suggestion[] {
  return urls.slice(0, MOST).flatMap((url, index) => {
    const path = /\/terms\/categories\/[\w-]+\/sub_categories\/[\w-]+(?=\/?$)/.exec(url)?.[0]
    if (!path) return []
    const category = categories.find(({ _links }) => _links.self.public?.endsWith(path))
    if (!category?.is_active) return []
    return [{ category, isSure: (chances[index] ?? 0) >= SURE_ENOUGH }]
  })
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
