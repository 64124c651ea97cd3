import type { Actor, FilterParameters, OneOf, SignalFilter } from '@signalen/domain'
import type { Context } from '../../context.ts'
import type { Reference } from '../reference.ts'
import { type Cell, countCells } from './count-cells.ts'
import { narrowTo, readSelection } from './signal-selection.ts'

/** The filters that are offered with the number of reports beside each value. */
export const FACETS = [
  'status',
  'routing_department_code',
  'maincategory_slug',
  'category_slug',
  'priority',
  'source',
  'type',
] as const
export type SignalFacet = (typeof FACETS)[number]

/** By value; a value that no report has is left out. `null` is none at all, as in the filter. */
export type FacetCounts = Readonly<Record<SignalFacet, Readonly<Record<string, number>>>>

/** What one chooses from together: choosing in one narrows the counts of the others, not its own. */
const CHOICES = ['status', 'department', 'category', 'priority', 'source', 'type'] as const
type ChoiceName = (typeof CHOICES)[number]

/**
 * How many reports each value of a filter would give, beside the filters that are on: those of the same choice
 * apart, as one may choose several of them.
 */
export async function countFacets(
  context: Context,
  actor: Actor,
  parameters: FilterParameters,
): Promise<FacetCounts> {
  const { filter, reference } = await readSelection(context, parameters)
  const { statuses, routingDepartment, categoryIds, categorySlugs, priorities, sources, types, ...rest } =
    filter
  const cells = await countCells(context, narrowTo(context, actor, { filter: rest, reference }))
  const fits = toTests(
    { statuses, routingDepartment, categoryIds, categorySlugs, priorities, sources, types },
    reference,
  )
  return addUp(cells, fits, reference)
}

type Tests = Readonly<Record<ChoiceName, (cell: Cell) => boolean>>
type Chosen = {
  readonly [Name in
    | 'statuses'
    | 'routingDepartment'
    | 'categoryIds'
    | 'categorySlugs'
    | 'priorities'
    | 'sources'
    | 'types']: SignalFilter[Name] | undefined
}

function toTests(chosen: Chosen, reference: Reference): Tests {
  const isOneOf = (values: readonly string[] | undefined) => (value: string) =>
    values === undefined || values.includes(value)
  const [status, priority] = [isOneOf(chosen.statuses), isOneOf(chosen.priorities)]
  const [source, type] = [isOneOf(chosen.sources), isOneOf(chosen.types)]
  return {
    status: (cell) => status(cell.state),
    priority: (cell) => priority(cell.priority),
    source: (cell) => source(cell.source),
    type: (cell) => type(cell.type),
    department: testDepartment(chosen.routingDepartment, reference),
    category: testCategory(chosen, reference),
  }
}

function testDepartment(wanted: OneOf | undefined, { departments }: Reference): (cell: Cell) => boolean {
  if (!wanted) return () => true
  const ids = new Set(departments.filter(({ code }) => wanted.values.includes(code)).map(({ id }) => id))
  return ({ departmentIds }) =>
    departmentIds.some((id) => ids.has(id)) || (wanted.orNone && departmentIds.length === 0)
}

function testCategory(
  { categoryIds, categorySlugs }: Chosen,
  { categories }: Reference,
): (cell: Cell) => boolean {
  if (!categoryIds && !categorySlugs) return () => true
  const wanted = [...categories.values()].filter(
    ({ id, slug, main }) =>
      (categoryIds?.includes(id) || categoryIds?.includes(main.id)) ??
      (categorySlugs?.sub.includes(slug) || categorySlugs?.main.includes(main.slug)),
  )
  const ids = new Set(wanted.map(({ id }) => id))
  return ({ categoryId }) => ids.has(categoryId)
}

function addUp(cells: Iterable<Cell>, fits: Tests, reference: Reference): FacetCounts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Record<
    SignalFacet,
    Record<string, number>
  >
  const codes = new Map(reference.departments.map(({ id, code }) => [id, code]))
  for (const cell of cells) {
    const missed = CHOICES.filter((name) => !fits[name](cell))
    if (missed.length > 1) continue
    for (const name of missed.length === 0 ? CHOICES : missed) {
      for (const [facet, value] of listValues(name, cell, { reference, codes })) {
        counts[facet][value] = (counts[facet][value] ?? 0) + cell.count
      }
    }
  }
  return counts
}

interface Names {
  readonly reference: Reference
  readonly codes: ReadonlyMap<number, string>
}

function listValues(name: ChoiceName, cell: Cell, { reference, codes }: Names): [SignalFacet, string][] {
  switch (name) {
    case 'status':
      return [['status', cell.state]]
    case 'priority':
      return [['priority', cell.priority]]
    case 'source':
      return [['source', cell.source]]
    case 'type':
      return [['type', cell.type]]
    case 'department':
      return listDepartments(cell, codes).map((code) => ['routing_department_code', code])
    case 'category': {
      const category = reference.categories.get(cell.categoryId)
      if (!category) return []
      return [
        ['category_slug', category.slug],
        ['maincategory_slug', category.main.slug],
      ]
    }
  }
}

function listDepartments({ departmentIds }: Cell, codes: ReadonlyMap<number, string>): string[] {
  return departmentIds.length === 0 ? ['null'] : departmentIds.flatMap((id) => codes.get(id) ?? [])
}
