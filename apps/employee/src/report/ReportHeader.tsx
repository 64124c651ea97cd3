import { Link } from 'react-router'
import { DeadlineBadge, PriorityMark, StatusBadge } from '../components/badges.tsx'
import { PageHeading } from '../components/Page.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'
import { streetOf } from '../overview/street.ts'
import type { DialogProps } from './dialogs.ts'
import { ReportActions } from './ReportActions.tsx'
import { useReport } from './report-context.tsx'
import type { Neighbours } from './use-neighbours.ts'

interface ReportHeaderProps extends DialogProps {
  readonly neighbours: Neighbours
}

/** Which report it is and how it stands, the ways on from it, and what can be done with it. */
export function ReportHeader({ neighbours, ...dialogs }: ReportHeaderProps) {
  const { report } = useMessages()
  const { signal, kind } = useReport()
  const title = `${report.kinds[kind]} ${signal.id_display}`
  return (
    <header className="report__header">
      <nav className="report__ways" aria-label={report.backToList}>
        <Link className="text-button" to={neighbours.listAddress} state={neighbours.returnState}>
          <StaffIcon name="left" />
          {report.backToList}
        </Link>
        {neighbours.hasList && <NeighbourButtons neighbours={neighbours} />}
      </nav>
      <div className="report__title">
        <PageHeading title={title} windowTitle={`${signal.id_display} ${signal.category.sub}`}>
          {title}
        </PageHeading>
        <PriorityMark priority={signal.priority.priority} />
        <StatusBadge state={signal.status.state} />
        <DeadlineBadge
          state={signal.status.state}
          deadline={signal.category.deadline}
          deadlineFactor3={signal.category.deadline_factor_3}
        />
      </div>
      <p className="report__subtitle">
        {[signal.category.sub, streetOf(signal) || signal.location.area_name].filter(Boolean).join(' · ')}
      </p>
      <ReportActions {...dialogs} />
    </header>
  )
}

function NeighbourButtons({ neighbours }: { readonly neighbours: Neighbours }) {
  const { report } = useMessages()
  return (
    <span className="report__neighbours">
      {neighbours.place !== undefined && <span>{report.position(neighbours.place, neighbours.count)}</span>}
      <button
        type="button"
        className="icon-button"
        aria-label={report.previous}
        title={report.previous}
        onClick={neighbours.goPrevious}
      >
        <StaffIcon name="up" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={report.next}
        title={report.next}
        onClick={neighbours.goNext}
      >
        <StaffIcon name="down" />
      </button>
    </span>
  )
}
