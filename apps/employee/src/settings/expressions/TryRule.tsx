import type { ExpressionTrialAnswer } from '@signalen/contract'
import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'

export interface TriedRule {
  readonly code: string
  readonly department: number
  readonly order: number
  readonly expression: number | null
}

/** What the rule would have done last month, before it is switched on. */
export function TryRule({ rule }: { readonly rule: TriedRule | undefined }) {
  const { language, messages } = useLanguage()
  const { routing: texts } = messages
  const trial = useMutation({
    mutationFn: (body: TriedRule) =>
      read<ExpressionTrialAnswer>(`${PRIVATE}/expressions/try`, { method: 'POST', body }),
  })
  const isCurrent = JSON.stringify(trial.variables) === JSON.stringify(rule)
  return (
    <div className="create__part">
      <div>
        <Button disabled={!rule || trial.isPending} onClick={() => rule && trial.mutate(rule)}>
          {trial.isPending ? texts.trying : texts.tryOut}
        </Button>
        {!rule && <p className="fact__note">{texts.tryNeeds}</p>}
      </div>
      <div role="status">
        {trial.isError && isCurrent && (
          <Alert kind="error">
            <Paragraph>{presentFailure(trial.error, messages)}</Paragraph>
          </Alert>
        )}
        {trial.data && isCurrent && (
          <Alert kind="info" title={texts.wouldMove(trial.data.moves)}>
            <Paragraph>
              {texts.wouldMatch(trial.data.matches, trial.data.count)}
              {trial.data.matches > trial.data.moves &&
                ` ${texts.others(trial.data.matches - trial.data.moves)}`}
              {trial.data.is_capped && ` ${texts.capped}`}
            </Paragraph>
          </Alert>
        )}
      </div>
      {trial.data && isCurrent && trial.data.examples.length > 0 && (
        <div className="table-frame">
          <table className="signals settings__table">
            <caption className="signalen-visually-hidden">{texts.examples}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.report}</th>
                <th scope="col">{texts.category}</th>
                <th scope="col">{texts.made}</th>
                <th scope="col">{texts.without}</th>
              </tr>
            </thead>
            <tbody>
              {trial.data.examples.map(({ id, category, created_at: createdAt, from }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link className="nl-link" to={`/incident/${id}`}>
                      {id}
                    </Link>
                  </th>
                  <td>{category}</td>
                  <td>{formatDateTime(createdAt, language)}</td>
                  <td>{from.join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
