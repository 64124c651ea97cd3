import { Alert, Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { read } from '../api/request.ts'
import type { CategoryFigures } from '../api/wire.ts'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'
import { Dashboard } from './Dashboard.tsx'

const REPORTS = '/signals/v1/private/reports/signals'
const TWO_WEEKS = 14 * 86_400_000

/** What has been left lying: too long open, and too long waiting to be opened again. */
export function Component() {
  const { settings } = useMessages()
  const texts = settings.figures
  const [end] = useState(() => new Date(Date.now() - TWO_WEEKS).toISOString())
  return (
    <div className="settings__main">
      <PageHeading title={texts.title} />
      <Dashboard />
      <div className="figures">
        <FigureTable
          title={texts.late}
          path={`${REPORTS}/open/`}
          listAddress="/incidents?punctuality=late_factor_3"
        />
        <FigureTable
          title={texts.reopen}
          path={`${REPORTS}/reopen-requested/?${new URLSearchParams({ end })}`}
          listAddress="/incidents?status=reopen+requested"
        />
      </div>
    </div>
  )
}

interface FigureTableProps {
  readonly title: string
  readonly path: string
  readonly listAddress: string
}

/** A bar beside every number, so that it is a table and a chart at once. */
function FigureTable({ title, path, listAddress }: FigureTableProps) {
  const messages = useMessages()
  const texts = messages.settings.figures
  const id = useId()
  const { data, error } = useQuery({
    queryKey: ['figures', path],
    queryFn: () => read<CategoryFigures>(path),
  })
  const most = Math.max(1, ...(data?.results ?? []).map(({ signal_count: count }) => count))
  return (
    <section aria-labelledby={id}>
      <Heading level={2} look={3} id={id}>
        {title}
      </Heading>
      {error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      {data && (
        <p>
          {data.total_signal_count === 0 ? texts.none : texts.total(data.total_signal_count)}
          {data.total_signal_count > 0 && (
            <>
              {' · '}
              <Link className="nl-link" to={listAddress}>
                {texts.show}
              </Link>
            </>
          )}
        </p>
      )}
      {data && data.results.length > 0 && (
        <div className="table-frame">
          <table className="signals">
            <thead>
              <tr>
                <th scope="col">{texts.category}</th>
                <th scope="col">{texts.departments}</th>
                <th scope="col" colSpan={2}>
                  {texts.number}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.results.map(({ category, signal_count: count }) => (
                <tr key={`${category.name} ${category.departments.join()}`}>
                  <th scope="row">{category.name}</th>
                  <td>{category.departments.join(', ')}</td>
                  <td>{count}</td>
                  <td className="figures__cell" aria-hidden="true">
                    <span className="figures__bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
