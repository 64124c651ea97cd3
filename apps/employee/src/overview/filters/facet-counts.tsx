import type { SignalFacets } from '@signalen/contract'
import type { SignalFilterName } from '@signalen/domain'
import { createContext, type ReactNode, useContext } from 'react'
import { useMessages } from '../../language/language-context.tsx'

/** How many reports each value would give; nothing until it is known. */
const FacetContext = createContext<SignalFacets | undefined>(undefined)

export const FacetProvider = FacetContext

/** A label with its number behind it, where that is known. */
export function useCounted(name: SignalFilterName): (label: string, value: string) => ReactNode {
  const { overview } = useMessages()
  const facets = useContext(FacetContext)
  const counts = facets && isFacet(name, facets) ? facets[name] : undefined
  return function counted(label, value) {
    if (!counts) return label
    const count = counts[value] ?? 0
    return (
      <span className={count === 0 ? 'counted counted--none' : 'counted'}>
        {label}
        <span className="counted__count" aria-hidden="true">
          {count.toLocaleString()}
        </span>
        <span className="signalen-visually-hidden">, {overview.count(count)}</span>
      </span>
    )
  }
}

function isFacet(name: string, facets: SignalFacets): name is keyof SignalFacets {
  return Object.hasOwn(facets, name)
}
