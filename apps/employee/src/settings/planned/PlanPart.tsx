import { Alert, Button, Paragraph, TextField } from '@signalen/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { type PlannedKind, usePlan, usePlannedChanges } from './planned-api.ts'

export interface PlanPartProps {
  readonly kind: PlannedKind
  /** Null for something new. */
  readonly objectId: string | null
  /** What would be saved now; undefined while it is not complete. */
  readonly read: () => unknown
}

/** The same change, at a later moment. */
export function PlanPart(props: PlanPartProps) {
  return useRights().may('change.prepare') ? <PlanFields {...props} /> : null
}

function PlanFields({ kind, objectId, read }: PlanPartProps) {
  const { language, messages } = useLanguage()
  const { planned: texts } = messages
  const [moment, setMoment] = useState('')
  const [fault, setFault] = useState<string>()
  const plan = usePlan()
  const coming = usePlannedChanges().data?.find(
    (change) => change.kind === kind && change.object_id === objectId && change.state === 'planned',
  )
  function submit() {
    const input = read()
    const at = new Date(moment)
    const wrong = Number.isNaN(at.getTime()) ? texts.noMoment : undefined
    setFault(input === undefined ? texts.incomplete : wrong)
    if (input === undefined || wrong !== undefined) return
    plan.mutate({ kind, object_id: objectId, publish_at: at.toISOString(), input })
  }
  return (
    <>
      {objectId !== null && coming && (
        <Alert kind="info">
          <Paragraph>
            {texts.coming(formatDateTime(coming.publish_at, language))}{' '}
            <Link className="nl-link" to="/instellingen/gepland">
              {texts.toList}
            </Link>
          </Paragraph>
        </Alert>
      )}
      <details className="plan-part">
        <summary>{texts.later}</summary>
        <div className="settings__fields">
          <Paragraph>{texts.laterHint}</Paragraph>
          {plan.error !== null && (
            <Alert kind="error" role="alert">
              <Paragraph>{presentFailure(plan.error, messages)}</Paragraph>
            </Alert>
          )}
          <TextField
            id={`plan-${kind}`}
            name="publish_at"
            type="datetime-local"
            label={texts.at}
            value={moment}
            error={fault}
            onChange={(event) => setMoment(event.target.value)}
          />
          <div className="signalen-actions">
            <Button disabled={plan.isPending} onClick={submit}>
              {texts.plan}
            </Button>
          </div>
          <div role="status">
            {plan.isSuccess && (
              <Paragraph>
                {texts.planned}{' '}
                <Link className="nl-link" to="/instellingen/gepland">
                  {texts.toList}
                </Link>
              </Paragraph>
            )}
          </div>
        </div>
      </details>
    </>
  )
}
