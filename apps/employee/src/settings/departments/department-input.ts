import type { Department } from '../../api/wire.ts'

/** What a department may do with a category: who is responsible for it may see it as well. */
export type CategoryRight = 'none' | 'view' | 'responsible'

export interface DepartmentInput {
  readonly name: string
  readonly code: string
  readonly isIntern: boolean
  readonly canDirect: boolean
  readonly rights: Readonly<Record<string, CategoryRight>>
}

export function toDepartmentInput(department: Department | undefined): DepartmentInput {
  const rights = (department?.categories ?? []).map(({ category, is_responsible, can_view }) => [
    String(category.id),
    toRight(is_responsible, can_view),
  ])
  return {
    name: department?.name ?? '',
    code: department?.code ?? '',
    isIntern: department?.is_intern ?? true,
    canDirect: department?.can_direct ?? false,
    rights: Object.fromEntries(rights),
  }
}

function toRight(isResponsible: boolean, canView: boolean): CategoryRight {
  if (isResponsible) return 'responsible'
  return canView ? 'view' : 'none'
}

export function toDepartmentBody(input: DepartmentInput): Record<string, unknown> {
  return {
    name: input.name.trim(),
    code: input.code.trim(),
    is_intern: input.isIntern,
    can_direct: input.canDirect,
    categories: Object.entries(input.rights)
      .filter(([, right]) => right !== 'none')
      .map(([id, right]) => ({
        category_id: Number(id),
        is_responsible: right === 'responsible',
        can_view: true,
      })),
  }
}

export function findDepartmentFault({ name, code }: DepartmentInput): 'name' | 'code' | undefined {
  if (name.trim() === '') return 'name'
  return code.trim() === '' || code.trim().length > 3 ? 'code' : undefined
}
