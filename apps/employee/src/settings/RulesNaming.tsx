import { findRulesNaming, type RuleSubject } from '@signalen/domain'
import { Alert, Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { useExpressions } from './api.ts'

/** Warns that rules ask for something as it is called now. Nothing is shown while no rule does. */
export function RulesNaming({ subjects }: { readonly subjects: readonly RuleSubject[] }) {
  const { may } = useRights()
  return subjects.length > 0 && may('expression.read') ? <Warning subjects={subjects} /> : null
}

function Warning({ subjects }: { readonly subjects: readonly RuleSubject[] }) {
  const { rules: texts } = useMessages()
  const rules = useExpressions().data ?? []
  const named = subjects.flatMap((subject) => {
    const found = findRulesNaming(rules, subject)
    return found.length > 0 ? [{ subject, found }] : []
  })
  return (
    <div role="status">
      {named.length > 0 && (
        <Alert kind="warning" title={texts.title}>
          {named.map(({ subject, found }) => (
            <Paragraph key={JSON.stringify(subject)}>
              {texts.named(nameOf(subject))} <RuleLinks rules={found} />
            </Paragraph>
          ))}
          <Paragraph>{texts.after}</Paragraph>
        </Alert>
      )}
    </div>
  )
}

/** To each rule, in a sentence. */
export function RuleLinks({
  rules,
}: {
  readonly rules: readonly { readonly id: number; readonly name: string }[]
}) {
  return rules.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link className="nl-link" to={`/instellingen/regels/${id}`}>
        {name}
      </Link>
    </span>
  ))
}

function nameOf(subject: RuleSubject): string {
  switch (subject.kind) {
    case 'main':
    case 'sub':
      return subject.name
    case 'district':
    case 'area':
      return subject.code
    case 'answer':
      return subject.value ?? subject.key
  }
}
