import { classNames } from '@signalen/ui'
import { Link } from 'react-router'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { listPages } from './list-pages.ts'

interface PagerProps {
  readonly page: number
  readonly last: number
  readonly toPage: (page: number) => string
  /** Which page one points at, so that it can be fetched beforehand. */
  readonly onPoint?: (page: number | undefined) => void
}

export function Pager({ page: current, last, toPage, onPoint }: PagerProps) {
  const { overview } = useMessages()
  const pointing = (page: number) => ({
    onMouseEnter: () => onPoint?.(page),
    onMouseLeave: () => onPoint?.(undefined),
    onFocus: () => onPoint?.(page),
    onBlur: () => onPoint?.(undefined),
  })
  if (last <= 1) return null
  return (
    <nav className="pager" aria-label={overview.pages}>
      {current > 1 && (
        <Link className="pager__link" rel="prev" to={toPage(current - 1)} {...pointing(current - 1)}>
          <StaffIcon name="left" />
          {overview.previousPage}
        </Link>
      )}
      <ol className="pager__pages">
        {listPages(current, last).map((page, index) => (
          <li key={page === 'gap' ? `gap-${index}` : page}>
            {page === 'gap' ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                className={classNames('pager__link', page === current && 'pager__link--current')}
                aria-current={page === current ? 'page' : undefined}
                aria-label={overview.page(page)}
                to={toPage(page)}
                {...pointing(page)}
              >
                {page}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {current < last && (
        <Link className="pager__link" rel="next" to={toPage(current + 1)} {...pointing(current + 1)}>
          {overview.nextPage}
          <StaffIcon name="right" />
        </Link>
      )}
    </nav>
  )
}
