/** First, last, and those around the page one is on; a gap stands for at least two pages. */
export function listPages(current: number, last: number): (number | 'gap')[] {
  const wanted = new Set(
    [1, last, current - 1, current, current + 1].filter((page) => page >= 1 && page <= last),
  )
  const pages = [...wanted].sort((left, right) => left - right)
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? 0
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? (['gap', page] as const) : [page]
  })
}
