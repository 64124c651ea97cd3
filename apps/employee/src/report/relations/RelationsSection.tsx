import type { RelationAnswer } from '@signalen/contract'
import { Actions, Alert, Button, Heading, Paragraph } from '@signalen/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useRelations } from '../../api/signals.ts'
import { StatusBadge } from '../../components/badges.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { formatShortDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { DialogProps } from '../dialogs.ts'
import { useReport } from '../report-context.tsx'
import { RelateDialog } from './RelateDialog.tsx'
import { useRelate } from './use-relate.ts'

/** The reports that this one belongs together with, each to be set apart again. */
export function RelationsSection({ dialog, onDialog }: DialogProps) {
  const { relations: texts } = useLanguage().messages
  const { signal } = useReport()
  const { may } = useRights()
  const found = useRelations(signal.id).data?.results ?? []
  const [ending, setEnding] = useState<RelationAnswer>()
  const canRelate = may('signal.relate')
  if (found.length === 0 && !canRelate) return null
  return (
    <section className="panel" aria-labelledby="relations">
      <Heading level={2} look={4} id="relations">
        {texts.title}
      </Heading>
      {found.length === 0 && <p className="panel__text">{texts.none}</p>}
      {found.length > 0 && (
        <ul className="compact-list">
          {found.map((one) => (
            <RelationItem key={one.signal.id} relation={one} onEnd={canRelate ? setEnding : undefined} />
          ))}
        </ul>
      )}
      {canRelate && (
        <p className="panel__buttons">
          <Button aria-haspopup="dialog" onClick={() => onDialog('relate')}>
            <StaffIcon name="link" />
            {texts.add}
          </Button>
        </p>
      )}
      {dialog === 'relate' && <RelateDialog onClose={() => onDialog(undefined)} />}
      {ending && <EndDialog relation={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

interface RelationItemProps {
  readonly relation: RelationAnswer
  readonly onEnd: ((relation: RelationAnswer) => void) | undefined
}

function RelationItem({ relation, onEnd }: RelationItemProps) {
  const { language, messages } = useLanguage()
  const { relations: texts, report } = messages
  const { signal, kind, created_at: since, created_by: by } = relation
  return (
    <li className="compact-list__item">
      <strong>{texts.kinds[kind]}</strong>
      {signal.can_view_signal ? (
        <Link className="nl-link" to={`/incident/${signal.id}`}>
          {signal.id_display}
        </Link>
      ) : (
        <span>{signal.id_display}</span>
      )}
      <StatusBadge state={signal.status.state} />
      <span>{signal.category.sub}</span>
      {onEnd && (
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label={texts.end(signal.id_display)}
          title={texts.end(signal.id_display)}
          aria-haspopup="dialog"
          onClick={() => onEnd(relation)}
        >
          <StaffIcon name="trash" />
        </button>
      )}
      <p className="compact-list__text">
        {signal.can_view_signal ? signal.text : texts.hidden}
        <small className="fact__note">
          {texts.since(formatShortDateTime(since, language), by ?? report.bySystem)}
          {kind === 'duplicate_of' && ` ${texts.follows}`}
        </small>
      </p>
    </li>
  )
}

function EndDialog({
  relation,
  onClose,
}: {
  readonly relation: RelationAnswer
  readonly onClose: () => void
}) {
  const { relations: texts, shell } = useLanguage().messages
  const { signal } = useReport()
  const { unrelate, failure, isBusy } = useRelate(signal.id)
  const number = relation.signal.id_display
  async function end() {
    if (await unrelate(relation.signal.id)) onClose()
  }
  return (
    <Dialog title={texts.endSure(number)} onClose={onClose}>
      {failure && (
        <Alert kind="error" role="alert">
          <Paragraph>{failure}</Paragraph>
        </Alert>
      )}
      {relation.kind !== 'linked' && <Paragraph>{texts.endDuplicate}</Paragraph>}
      <Actions>
        <Button purpose="primary" disabled={isBusy} onClick={() => void end()}>
          {texts.undo}
        </Button>
        <Button purpose="subtle" onClick={onClose}>
          {shell.cancel}
        </Button>
      </Actions>
    </Dialog>
  )
}
