import { Button } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { listSignalsSince } from '../api/signals.ts'
import type { ListQuery } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { useIsLive } from '../live/use-live.ts'
import { countNews, type News, toNewsQuery } from './news.ts'

const EVERY = 30_000
/** What happens is told then, but for what only goes by the clock. */
const EVERY_WHEN_LIVE = 120_000

interface NewsBarProps {
  readonly query: ListQuery
  readonly since: Date | undefined
  readonly onShow: () => void
}

/** What came in since the list was fetched announces itself; the list moves only when one asks for it. */
export function NewsBar({ query, since, onShow }: NewsBarProps) {
  const { overview } = useMessages()
  const isLive = useIsLive()
  const { data: news } = useQuery({
    queryKey: ['news', toNewsQuery(query, since ?? new Date(0))],
    queryFn: () => findNews(query, since ?? new Date(0)),
    enabled: since !== undefined && query.words === '',
    refetchInterval: isLive ? EVERY_WHEN_LIVE : EVERY,
    staleTime: EVERY / 2,
    // The list was fetched only just now.
    initialData: { fresh: 0, changed: 0, isMany: false },
    initialDataUpdatedAt: () => Date.now(),
  })
  const text = news.fresh + news.changed === 0 ? '' : presentNews(news, overview)
  return (
    <div className="news" role="status">
      {text && (
        <div className="news__bar">
          <span>{text}</span>
          <Button purpose="primary" onClick={onShow}>
            {overview.show}
          </Button>
        </div>
      )}
    </div>
  )
}

async function findNews(query: ListQuery, since: Date): Promise<News> {
  const page = await listSignalsSince(toNewsQuery(query, since))
  return countNews(page.results, page.count, since)
}

function presentNews(
  { fresh, changed, isMany }: News,
  texts: ReturnType<typeof useMessages>['overview'],
): string {
  if (isMany) return texts.many
  const parts = [fresh > 0 && texts.newReports(fresh), changed > 0 && texts.changedReports(changed)]
  return parts.filter(Boolean).join(` ${texts.and} `)
}
