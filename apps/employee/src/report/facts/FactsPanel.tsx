import { Heading } from '@signalen/ui'
import { Link } from 'react-router'
import { useFollowerCount } from '../../api/signals.ts'
import { DeadlineBadge, StatusBadge } from '../../components/badges.tsx'
import { DialogFact, Fact } from '../../components/InlineEdit.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { DialogProps } from '../dialogs.ts'
import { useReport } from '../report-context.tsx'
import { StatusDialog } from '../status/StatusDialog.tsx'
import { AssigneeFact } from './AssigneeFact.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'
import { CauseFact } from './CauseFact.tsx'
import { DepartmentFact } from './DepartmentFact.tsx'
import { DirectingFact } from './DirectingFact.tsx'
import { PriorityFact, TypeFact } from './PriorityFact.tsx'

/** How the report stands and whose it is, every part to be changed here. */
export function FactsPanel({ dialog, onDialog }: DialogProps) {
  const { language, messages } = useLanguage()
  const { report } = messages
  const { signal, kind } = useReport()
  const { may } = useRights()
  const { category } = signal
  const close = () => onDialog(undefined)
  return (
    <section className="panel" aria-labelledby="facts">
      <Heading level={2} look={4} id="facts">
        {report.facts}
      </Heading>
      <dl className="facts">
        <DialogFact
          label={report.fields.status}
          canEdit={may('signal.changeStatus')}
          onEdit={() => onDialog('status')}
        >
          <StatusBadge state={signal.status.state} />
        </DialogFact>
        <Fact label={report.fields.deadline}>
          <DeadlineBadge
            state={signal.status.state}
            deadline={category.deadline}
            deadlineFactor3={category.deadline_factor_3}
          />
          {category.deadline && (
            <small className="fact__note">{report.dueOn(formatDateTime(category.deadline, language))}</small>
          )}
        </Fact>
        <AssigneeFact />
        <DepartmentFact />
        <DialogFact
          label={report.fields.category}
          canEdit={may('signal.changeCategory')}
          onEdit={() => onDialog('category')}
        >
          {category.sub}
          <small className="fact__note">{category.main}</small>
        </DialogFact>
        <PriorityFact />
        <TypeFact />
        <CauseFact />
        {kind === 'parent' && <DirectingFact />}
        <ParentFact />
        <Fact label={report.fields.source}>{signal.source}</Fact>
        <Fact label={report.fields.created}>{formatDateTime(signal.created_at, language)}</Fact>
        <Fact label={report.fields.updated}>{formatDateTime(signal.updated_at, language)}</Fact>
        <FollowersFact />
      </dl>
      {dialog === 'status' && <StatusDialog onClose={close} />}
      {dialog === 'category' && <CategoryDialog onClose={close} />}
    </section>
  )
}

/** Only when there are any; who they are is shown to nobody. */
function FollowersFact() {
  const { signal } = useReport()
  const { report } = useLanguage().messages
  const { may } = useRights()
  const count = useFollowerCount(signal.id, may('signal.followers')).data?.count ?? 0
  return count > 0 ? <Fact label={report.fields.followers}>{report.followedBy(count)}</Fact> : null
}

function ParentFact() {
  const { signal } = useReport()
  const { report, overview } = useLanguage().messages
  const id = signal._links['sia:parent']?.href.split('/').filter(Boolean).pop()
  if (!id) return null
  return (
    <Fact label={report.fields.parent}>
      <Link className="nl-link" to={`/incident/${id}`}>
        {overview.open(Number(id))}
      </Link>
    </Fact>
  )
}
