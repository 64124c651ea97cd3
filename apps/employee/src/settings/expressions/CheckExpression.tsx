import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { listReasons, RequestRefused } from '../../api/failures.ts'
import { read } from '../../api/request.ts'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE, useExpressionVariables } from '../api.ts'

/** Whether the server understands a rule, and the words that a rule can use. */
export function CheckExpression({ code }: { readonly code: string }) {
  const messages = useMessages()
  const texts = messages.settings.expressions
  const variables = useExpressionVariables().data ?? []
  const check = useMutation({
    mutationFn: (expression: string) =>
      read<unknown>(
        `${PRIVATE}/expressions/validate/?${new URLSearchParams({ type: 'routing', expression })}`,
      ),
  })
  const isCurrent = check.variables === code
  return (
    <div className="create__part">
      <div>
        <Button onClick={() => check.mutate(code)} disabled={code.trim() === '' || check.isPending}>
          {texts.check}
        </Button>
      </div>
      <div role="status">
        {check.isSuccess && isCurrent && (
          <Alert kind="ok">
            <Paragraph>{texts.right}</Paragraph>
          </Alert>
        )}
        {check.isError && isCurrent && (
          <Alert kind="error">
            <Paragraph>{describe(check.error, messages)}</Paragraph>
          </Alert>
        )}
      </div>
      <details>
        <summary>{texts.variables}</summary>
        <ul>
          {variables.map(({ identifier, identifier_type: type }) => (
            <li key={identifier}>
              <code className="settings__code">{identifier}</code> ({type})
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function describe(error: unknown, messages: ReturnType<typeof useMessages>): string {
  if (!(error instanceof RequestRefused) || error.status !== 400) return presentFailure(error, messages)
  const reasons = listReasons(error.body).map(({ message }) => message)
  return messages.settings.expressions.wrong(reasons.join(' '))
}
