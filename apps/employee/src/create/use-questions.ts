import { type AskedCategory, readQuestions, type WireQuestion } from '@signalen/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { read } from '../api/request.ts'
import type { Page } from '../api/wire.ts'

/** The questions of a category, those for staff included. */
export function useQuestions(category: AskedCategory | undefined) {
  const query = new URLSearchParams({
    main_slug: category?.main ?? '',
    sub_slug: category?.sub ?? '',
    page_size: '100',
  })
  const { data } = useQuery({
    queryKey: ['questions', query.toString()],
    queryFn: () => read<Page<WireQuestion>>(`/signals/v1/public/questions/?${query}`),
    enabled: category !== undefined,
    staleTime: 10 * 60_000,
  })
  return useMemo(() => readQuestions(data?.results ?? []), [data])
}
