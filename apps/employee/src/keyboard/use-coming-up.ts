import { useLayoutEffect } from 'react'
import { keys } from './keys.ts'

/** A screen that is not there yet: what is pressed meanwhile is meant for it. */
export function useComingUp(isComing = true): void {
  useLayoutEffect(() => (isComing ? keys.wait() : undefined), [isComing])
}
