import type { DashboardAnswer } from '@signalen/contract'
import { OPEN_STATUS_CODES } from '@signalen/domain'
import { Alert, Heading, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { presentFailure } from '../api/failure-text.ts'
import { read } from '../api/request.ts'
import { EMPTY_QUERY, type Filters, writeListQuery } from '../filters/list-query.ts'
import { formatDate } from '../language/dates.ts'
import { useLanguage, useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'

const OPEN: Filters = { status: OPEN_STATUS_CODES }

/** How work stands: every figure opens the list behind it where a list can be it. */
export function Dashboard() {
  const messages = useMessages()
  const texts = messages.dashboard
  const { user } = useRights()
  const { data, error } = useQuery({
    queryKey: ['figures', 'dashboard'],
    queryFn: () => read<DashboardAnswer>('/signals/v1/private/reports/dashboard'),
    refetchInterval: 5 * 60_000,
  })
  if (error) {
    return (
      <Alert kind="error" role="alert">
        <Paragraph>{presentFailure(error, messages)}</Paragraph>
      </Alert>
    )
  }
  if (!data) return null
  const mine: Filters = { assigned_user_email: [user?.email ?? ''] }
  return (
    <>
      <dl className="count-tiles">
        <Tile name={texts.mine} count={data.mine.open} filters={{ ...OPEN, ...mine }} />
        <Tile name={texts.mineLate} count={data.mine.late} filters={{ ...mine, punctuality: ['late'] }} />
        <Tile name={texts.open} count={data.all.open} filters={OPEN} />
        <Tile name={texts.late} count={data.all.late} filters={{ punctuality: ['late'] }} />
        <Tile
          name={texts.unassigned}
          count={data.all.unassigned}
          filters={{ ...OPEN, assigned_user_email: ['null'] }}
        />
      </dl>
      <div className="figures">
        <Departments departments={data.departments} />
        <Weeks weeks={data.weeks} />
      </div>
    </>
  )
}

interface TileProps {
  readonly name: string
  readonly count: number
  readonly filters: Filters
}

function Tile({ name, count, filters }: TileProps) {
  return (
    <div className="count-tile">
      <dt>{name}</dt>
      <dd className="count-tile__number">
        <Link className="nl-link" to={`/incidents?${writeListQuery({ ...EMPTY_QUERY, filters })}`}>
          {count.toLocaleString()}
        </Link>
      </dd>
    </div>
  )
}

function Departments({ departments }: Pick<DashboardAnswer, 'departments'>) {
  const { dashboard: texts } = useMessages()
  const most = Math.max(1, ...departments.map(({ open }) => open))
  return (
    <section aria-labelledby="per-department">
      <Heading level={2} look={3} id="per-department">
        {texts.perDepartment}
      </Heading>
      <div className="table-frame">
        <table className="signals">
          <thead>
            <tr>
              <th scope="col">{texts.department}</th>
              <th scope="col">{texts.openShort}</th>
              <th scope="col" colSpan={2}>
                {texts.lateShort}
              </th>
            </tr>
          </thead>
          <tbody>
            {departments.map(({ code, name, open, late }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{open}</td>
                <td>{late}</td>
                <td className="figures__cell" aria-hidden="true">
                  <span className="figures__bar" style={{ inlineSize: `${(open / most) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A table, with a bar beside every number: what came in and what was ended. */
function Weeks({ weeks }: Pick<DashboardAnswer, 'weeks'>) {
  const { language, messages } = useLanguage()
  const { dashboard: texts } = messages
  const most = Math.max(1, ...weeks.flatMap(({ made, ended }) => [made, ended]))
  return (
    <section aria-labelledby="per-week">
      <Heading level={2} look={3} id="per-week">
        {texts.trend}
      </Heading>
      <div className="table-frame">
        <table className="signals">
          <thead>
            <tr>
              <th scope="col">{texts.week}</th>
              <th scope="col" colSpan={2}>
                {texts.made}
              </th>
              <th scope="col" colSpan={2}>
                {texts.ended}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ start, made, ended }) => (
              <tr key={start}>
                <th scope="row">{formatDate(`${start}T12:00:00Z`, language)}</th>
                <td>{made}</td>
                <td className="figures__cell" aria-hidden="true">
                  <span className="figures__bar" style={{ inlineSize: `${(made / most) * 100}%` }} />
                </td>
                <td>{ended}</td>
                <td className="figures__cell" aria-hidden="true">
                  <span className="figures__bar" style={{ inlineSize: `${(ended / most) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
