import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect } from 'react'
import { announce } from '../components/announcer.tsx'
import { useMessages } from '../language/language-context.tsx'
import type { SignalsMapProps } from './SignalsMap.tsx'

/** From report to report over the map by its keys, as far as they are in sight, and what one does with them. */
export function useMapKeys(map: MapLibreMap | undefined, props: RefObject<SignalsMapProps>): void {
  const { overview } = useMessages()
  useEffect(() => {
    if (!map) return
    let at: number | undefined
    function move(step: 1 | -1, { features, onHover }: SignalsMapProps, within: MapLibreMap): void {
      const bounds = within.getBounds()
      const seen = features.filter(({ geometry }) => bounds.contains([...geometry.coordinates]))
      const ids = seen.map(({ properties }) => properties.id)
      at = stepThrough(ids, at, step)
      onHover?.(at)
      if (at !== undefined) announce(overview.open(at))
    }
    function listen(event: KeyboardEvent): void {
      const current = props.current
      if (!map || event.ctrlKey || event.metaKey || event.altKey || !current.onHover) return
      if (event.key === 'PageDown') move(1, current, map)
      else if (event.key === 'PageUp') move(-1, current, map)
      else if (at === undefined) return
      else if (event.key === 'Enter') current.onOpen(at)
      else if (event.key === ' ') current.onSelect?.(at)
      else return
      event.preventDefault()
    }
    const canvas = map.getCanvas()
    canvas.addEventListener('keydown', listen)
    return () => canvas.removeEventListener('keydown', listen)
  }, [map, props, overview])
}

/** Round and round; from the first, or from the last when one goes back. */
export function stepThrough(
  ids: readonly number[],
  at: number | undefined,
  step: 1 | -1,
): number | undefined {
  const index = at === undefined ? -1 : ids.indexOf(at)
  if (index === -1) return step === 1 ? ids[0] : ids.at(-1)
  return ids[(index + step + ids.length) % ids.length]
}
