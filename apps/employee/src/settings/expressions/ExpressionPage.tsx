import { CheckboxField, SelectField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useColleagues, useDepartments } from '../../api/reference.ts'
import type { DepartmentRow, Expression } from '../../api/wire.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useExpressions } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { TryRule } from './TryRule.tsx'

export function Component() {
  const { id } = useParams()
  const expressions = useExpressions().data
  const departments = useDepartments().data
  if (!expressions || !departments) return <Waiting />
  const expression = expressions.find((one) => String(one.id) === id)
  if (id !== undefined && !expression) return <NotFoundPage />
  return (
    <ExpressionForm
      key={id ?? 'new'}
      expression={expression}
      departments={departments}
      nextOrder={nextOrder(expressions)}
    />
  )
}

interface ExpressionFormProps {
  readonly expression: Expression | undefined
  readonly departments: readonly DepartmentRow[]
  readonly nextOrder: number
}

const LIST = '/instellingen/regels'

function ExpressionForm({ expression, departments, nextOrder: last }: ExpressionFormProps) {
  const { settings } = useMessages()
  const texts = settings.expressions
  const { may } = useRights()
  const routing = expression?.routing_department
  const [name, setName] = useState(expression?.name ?? '')
  const [code, setCode] = useState(expression?.code ?? '')
  const [departmentId, setDepartmentId] = useState(routing ? String(routing.department.id) : '')
  const [user, setUser] = useState(routing?.user_email ?? '')
  const [order, setOrder] = useState(String(routing?.order ?? last))
  const [isActive, setIsActive] = useState(routing?.is_active ?? false)
  const [isTried, setIsTried] = useState(false)
  const save = useSave('expressions')
  const departmentCode = departments.find(({ id }) => String(id) === departmentId)?.code
  const colleagues = useColleagues(departmentCode ? [departmentCode] : []).data ?? []
  const missing = [
    name.trim() === '' && 'expression-name',
    code.trim() === '' && 'expression-code',
    departmentId === '' && 'expression-department',
  ].find(Boolean)
  const errorOf = (value: string) => (isTried && value.trim() === '' ? settings.required : undefined)
  const body = {
    name: name.trim(),
    code: code.trim(),
    type: 'routing',
    routing_department: {
      department: { id: Number(departmentId) },
      user_email: user || null,
      order: Number(order) || 0,
      is_active: isActive,
    },
  }
  function submit() {
    setIsTried(true)
    if (missing) return document.getElementById(missing)?.focus()
    const path = `${PRIVATE}/expressions/`
    if (expression) save.mutate({ path: `${path}${expression.id}`, method: 'PATCH', body, goTo: LIST })
    else save.mutate({ path, method: 'POST', body, goTo: LIST })
  }
  return (
    <SettingsForm
      title={expression?.name ?? texts.create}
      back={{ to: LIST, label: texts.title }}
      canSave={may(expression ? 'expression.update' : 'expression.create')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      plan={{
        kind: 'expression',
        objectId: expression ? String(expression.id) : null,
        read: () => (missing ? undefined : body),
      }}
      onRemove={
        expression && may('expression.delete')
          ? () =>
              save.mutate({ path: `${PRIVATE}/expressions/${expression.id}`, method: 'DELETE', goTo: LIST })
          : undefined
      }
      after={
        expression && (
          <ChangeHistory kind="expressions" path={`${PRIVATE}/expressions/${expression.id}/history`} />
        )
      }
    >
      <TextField
        id="expression-name"
        name="name"
        label={settings.name}
        required
        maxLength={255}
        value={name}
        error={errorOf(name)}
        onChange={(event) => setName(event.target.value)}
      />
      <RuleEditor code={code} error={errorOf(code)} onChange={setCode} />
      <SelectField
        id="expression-department"
        name="department"
        label={texts.department}
        required
        emptyLabel=""
        options={departments.map((department) => ({ value: String(department.id), label: department.name }))}
        value={departmentId}
        error={errorOf(departmentId)}
        onChange={(event) => {
          setDepartmentId(event.target.value)
          setUser('')
        }}
      />
      <SelectField
        id="expression-user"
        name="user"
        label={texts.user}
        description={texts.userHint}
        emptyLabel="–"
        options={[...new Set([...(user ? [user] : []), ...colleagues])].map((email) => ({
          value: email,
          label: email,
        }))}
        value={user}
        onChange={(event) => setUser(event.target.value)}
      />
      <TextField
        id="expression-order"
        name="order"
        short
        inputMode="numeric"
        label={texts.order}
        value={order}
        onChange={(event) => setOrder(event.target.value.replaceAll(/\D/g, ''))}
      />
      <CheckboxField
        id="expression-active"
        name="is_active"
        label={texts.isActive}
        checked={isActive}
        onChange={(event) => setIsActive(event.target.checked)}
      />
      {may('expression.try') && (
        <TryRule
          rule={
            code.trim() === '' || departmentId === ''
              ? undefined
              : {
                  code: code.trim(),
                  department: Number(departmentId),
                  order: Number(order) || 0,
                  expression: expression?.id ?? null,
                }
          }
        />
      )}
    </SettingsForm>
  )
}

/** After all that there are. */
function nextOrder(expressions: readonly Expression[]): number {
  return Math.max(0, ...expressions.map(({ routing_department: routing }) => routing?.order ?? 0)) + 1
}
