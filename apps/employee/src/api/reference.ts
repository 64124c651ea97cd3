import type { SharedFilterAnswer, Source } from '@signalen/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { read } from './request.ts'
import type { Area, Category, DepartmentRow, Page, SavedFilter, StatusMessage, User } from './wire.ts'

const PRIVATE = '/signals/v1/private'
/** What is set up seldom changes while someone is at work. */
const LONG = 10 * 60_000

export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: () => read<User>(`${PRIVATE}/me/`),
  staleTime: LONG,
})

export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: async () => (await read<Page<Category>>(`${PRIVATE}/categories/?page_size=1000`)).results,
    staleTime: LONG,
  })
}

export function useDepartments() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: async () => (await read<Page<DepartmentRow>>(`${PRIVATE}/departments/?page_size=1000`)).results,
    staleTime: LONG,
  })
}

export function useSources() {
  return useQuery({
    queryKey: ['sources'],
    queryFn: async () => (await read<Page<Source>>(`${PRIVATE}/sources/?page_size=1000`)).results,
    staleTime: LONG,
  })
}

export function useAreas() {
  return useQuery({
    queryKey: ['areas'],
    queryFn: async () => (await read<Page<Area>>(`${PRIVATE}/areas/?page_size=1000`)).results,
    staleTime: LONG,
  })
}

export const SAVED_FILTERS_KEY = ['filters']

export function useSavedFilters() {
  return useQuery({
    queryKey: SAVED_FILTERS_KEY,
    queryFn: async () => (await read<Page<SavedFilter>>(`${PRIVATE}/me/filters/?page_size=1000`)).results,
    staleTime: LONG,
  })
}

/** Those that one shares oneself as well. */
export function useSharedFilters() {
  return useQuery({
    queryKey: [...SAVED_FILTERS_KEY, 'shared'],
    queryFn: async () =>
      (await read<Page<SharedFilterAnswer>>(`${PRIVATE}/me/shared-filters?page_size=1000`)).results,
    staleTime: LONG,
  })
}

/** Colleagues that work can be given to: who is no longer active is not offered. */
export function useColleagues(departmentCodes: readonly string[] = []) {
  const query = new URLSearchParams({ is_active: 'true', page_size: '1000' })
  for (const code of departmentCodes) query.append('profile_department_code', code)
  return useQuery({
    queryKey: ['colleagues', query.toString()],
    queryFn: async () => {
      const page = await read<Page<{ username: string }>>(`${PRIVATE}/autocomplete/usernames/?${query}`)
      return page.results.map(({ username }) => username)
    },
    staleTime: LONG,
  })
}

export function useStatusMessages(categoryId: number | undefined, state: string | undefined) {
  const query = new URLSearchParams({
    category_id: String(categoryId),
    state: state ?? '',
    active: 'true',
    ordering: 'statusmessagecategory__position',
    page_size: '100',
  })
  return useQuery({
    queryKey: ['status-messages', 'of-category', query.toString()],
    queryFn: async () => (await read<Page<StatusMessage>>(`${PRIVATE}/status-messages/?${query}`)).results,
    enabled: categoryId !== undefined && state !== undefined,
    staleTime: LONG,
  })
}
