import { CheckboxField, TextField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useCategories } from '../../api/reference.ts'
import type { Category, Department } from '../../api/wire.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useDepartment } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'
import { CategoryRights } from './CategoryRights.tsx'
import {
  type DepartmentInput,
  findDepartmentFault,
  toDepartmentBody,
  toDepartmentInput,
} from './department-input.ts'

export function Component() {
  const { id } = useParams()
  const department = useDepartment(id)
  const categories = useCategories().data
  if (department.error) return <LoadFailure error={department.error} />
  if (!categories || (id !== undefined && !department.data)) return <Waiting />
  return <DepartmentForm key={id ?? 'new'} department={department.data} categories={categories} />
}

interface DepartmentFormProps {
  readonly department: Department | undefined
  readonly categories: readonly Category[]
}

const LIST = '/instellingen/afdelingen'

function DepartmentForm({ department, categories }: DepartmentFormProps) {
  const { settings } = useMessages()
  const texts = settings.departments
  const { may } = useRights()
  const [input, setInput] = useState<DepartmentInput>(() => toDepartmentInput(department))
  const [fault, setFault] = useState<'name' | 'code'>()
  const save = useSave('departments', 'categories')
  const tree = useMemo(() => toCategoryTree(categories), [categories])
  const set = (change: Partial<DepartmentInput>) => setInput({ ...input, ...change })
  function submit() {
    const found = findDepartmentFault(input)
    setFault(found)
    if (found) return document.getElementById(`department-${found}`)?.focus()
    const body = toDepartmentBody(input)
    const path = `${PRIVATE}/departments/`
    if (department) save.mutate({ path: `${path}${department.id}`, method: 'PATCH', body, goTo: LIST })
    else save.mutate({ path, method: 'POST', body, goTo: LIST })
  }
  return (
    <SettingsForm
      title={department?.name ?? texts.create}
      back={{ to: LIST, label: texts.title }}
      canSave={may(department ? 'department.update' : 'department.create')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      after={
        department && (
          <ChangeHistory
            kind="departments"
            path={`${PRIVATE}/setting-history/department?id=${department.id}`}
          />
        )
      }
    >
      <TextField
        id="department-name"
        name="name"
        label={settings.name}
        required
        maxLength={255}
        value={input.name}
        error={fault === 'name' ? settings.required : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        id="department-code"
        name="code"
        short
        label={texts.code}
        description={texts.codeHint}
        required
        maxLength={3}
        value={input.code}
        error={fault === 'code' ? texts.codeHint : undefined}
        onChange={(event) => set({ code: event.target.value })}
      />
      <CheckboxField
        id="department-intern"
        name="is_intern"
        label={texts.isIntern}
        checked={input.isIntern}
        onChange={(event) => set({ isIntern: event.target.checked })}
      />
      <CheckboxField
        id="department-direct"
        name="can_direct"
        label={texts.canDirect}
        checked={input.canDirect}
        onChange={(event) => set({ canDirect: event.target.checked })}
      />
      <CategoryRights
        tree={tree}
        rights={input.rights}
        onChange={(id, right) => set({ rights: { ...input.rights, [id]: right } })}
      />
    </SettingsForm>
  )
}
