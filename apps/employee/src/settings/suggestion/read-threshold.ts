/** A share as people type it, with a comma or a point; undefined when it is none. */
export function readThreshold(text: string): number | undefined {
  const typed = text.trim().replace(',', '.')
  const value = /^\d*\.?\d+$/.test(typed) ? Number(typed) : Number.NaN
  return value >= 0 && value <= 1 ? value : undefined
}
