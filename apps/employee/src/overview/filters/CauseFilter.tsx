import type { CauseList } from '@signalen/contract'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { useMessages } from '../../language/language-context.tsx'
import { SingleFilter } from './ChoicesFilter.tsx'
import type { FilterFieldProps } from './FilterFields.tsx'

/** Only where the municipality keeps causes. */
export function CauseFilter(props: FilterFieldProps) {
  const { filters } = useMessages()
  const { data } = useQuery({
    queryKey: ['causes'],
    queryFn: () => read<CauseList>('/signals/v1/private/causes'),
    staleTime: 10 * 60_000,
  })
  if (!data || data.choices.length === 0) return null
  return (
    <SingleFilter
      {...props}
      name="cause"
      choices={[
        { value: 'null', label: filters.none.cause },
        ...data.choices.map((value) => ({ value, label: value })),
      ]}
    />
  )
}
