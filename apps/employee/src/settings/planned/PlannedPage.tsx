import type { PreparedChangeAnswer } from '@signalen/contract'
import { isMailTemplateKey } from '@signalen/domain'
import { Button, Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsList } from '../SettingsList.tsx'
import { type PlannedKind, useCancelPlan, usePlannedChanges } from './planned-api.ts'

const SECTION: Readonly<Record<PlannedKind, string>> = {
  category: 'categorieen',
  questions: 'vragen',
  status_message: 'standaardteksten',
  mail_template: 'mailteksten',
  expression: 'regels',
}

export function Component() {
  const { messages } = useLanguage()
  const { planned: texts } = messages
  const { may } = useRights()
  const { data, error } = usePlannedChanges()
  const cancel = useCancelPlan()
  const canCancel = may('change.prepare')
  return (
    <SettingsList
      title={texts.title}
      error={error}
      count={data?.length}
      headers={[texts.what, texts.at, texts.by, texts.state, ...(canCancel ? [texts.cancel] : [])]}
      filters={
        <>
          <Paragraph>{texts.intro}</Paragraph>
          {cancel.error !== null && <LoadFailure error={cancel.error} />}
        </>
      }
    >
      {data?.map((change) => (
        <PlannedRow
          key={change.id}
          change={change}
          isBusy={cancel.isPending}
          onCancel={canCancel ? () => cancel.mutate(change.id) : undefined}
        />
      ))}
    </SettingsList>
  )
}

interface PlannedRowProps {
  readonly change: PreparedChangeAnswer
  readonly isBusy: boolean
  readonly onCancel: (() => void) | undefined
}

function PlannedRow({ change, isBusy, onCancel }: PlannedRowProps) {
  const { language, messages } = useLanguage()
  const { planned: texts, settings } = messages
  const { kind, object_id: objectId, state, fault } = change
  const title = isMailTemplateKey(change.title) ? settings.mail.keys[change.title] : change.title
  return (
    <tr>
      <th scope="row">
        {objectId === null ? (
          title
        ) : (
          <Link className="nl-link" to={`/instellingen/${SECTION[kind]}/${objectId}`}>
            {title}
          </Link>
        )}
        <small className="fact__note"> {texts.kinds[kind]}</small>
      </th>
      <td>{formatDateTime(change.publish_at, language)}</td>
      <td>{change.prepared_by}</td>
      <td>
        <span className={state === 'failed' ? 'status status--attention' : undefined}>
          {texts.states[state]}
        </span>
        {fault !== null && <small className="fact__note"> {fault}</small>}
      </td>
      {onCancel && (
        <td>
          {state === 'planned' && (
            <Button purpose="subtle" aria-label={texts.cancelFor(title)} disabled={isBusy} onClick={onCancel}>
              {texts.cancel}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
