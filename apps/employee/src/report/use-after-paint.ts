import { useEffect, useState } from 'react'

/** False for what is painted first, true right after: what one came for need not wait for the rest. */
export function useAfterPaint(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // The frame itself, and then what comes after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setIsAfter(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isAfter
}
