import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isNews, markOf, type Release, readReleases } from './release-notes.ts'

const KEY = 'signalen-news'

export function useReleases() {
  return useQuery({
    queryKey: ['releases'],
    queryFn: async (): Promise<Release[]> =>
      readReleases((await import('../../../../CHANGELOG.md?raw')).default),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Whether there is something new since this person last looked, on this device. */
export function useReleaseNews(): { readonly isNew: boolean; readonly dismiss: () => void } {
  const mark = markOf(useReleases().data ?? [])
  const [seen, setSeen] = useState(() => localStorage.getItem(KEY))
  if (mark !== '' && seen === null) localStorage.setItem(KEY, mark)
  return {
    isNew: isNews(mark, seen),
    dismiss() {
      localStorage.setItem(KEY, mark)
      setSeen(mark)
    },
  }
}
