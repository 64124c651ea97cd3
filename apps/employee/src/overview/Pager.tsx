import { classNames } from '@signalen/ui'
import { Link } from 'react-router'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { type ListQuery, PAGE_SIZE, writeListQuery } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { listPages } from './list-pages.ts'

interface PagerProps {
  readonly query: ListQuery
  readonly count: number
}

export function Pager({ query, count }: PagerProps) {
  const { overview } = useMessages()
  const last = Math.ceil(count / PAGE_SIZE)
  if (last <= 1) return null
  const toPage = (page: number) => `?${writeListQuery({ ...query, page })}`
  return (
    <nav className="pager" aria-label={overview.pages}>
      {query.page > 1 && (
        <Link className="pager__link" rel="prev" to={toPage(query.page - 1)}>
          <StaffIcon name="left" />
          {overview.previousPage}
        </Link>
      )}
      <ol className="pager__pages">
        {listPages(query.page, last).map((page, index) => (
          <li key={page === 'gap' ? `gap-${index}` : page}>
            {page === 'gap' ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                className={classNames('pager__link', page === query.page && 'pager__link--current')}
                aria-current={page === query.page ? 'page' : undefined}
                aria-label={overview.page(page)}
                to={toPage(page)}
              >
                {page}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {query.page < last && (
        <Link className="pager__link" rel="next" to={toPage(query.page + 1)}>
          {overview.nextPage}
          <StaffIcon name="right" />
        </Link>
      )}
    </nav>
  )
}
