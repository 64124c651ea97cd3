import type { Actor } from '@signalen/domain'
import { buildSignal, describeEachDatabase, employeeWith } from '@signalen/testkit'
import { beforeAll, expect, it } from 'vitest'
import { openTown, type TestTown } from '../test-town.ts'
import { countFacets, FACETS, type SignalFacet } from './count-facets.ts'
import { countSignals } from './count-signals.ts'
import { selectionOf } from './signal-selection.ts'

const superuser: Actor = { ...employeeWith([]), isSuperuser: true }

type Filter = Readonly<Record<string, string | string[]>>

const FILTERS: readonly Filter[] = [
  {},
  { status: ['m', 'o'] },
  { status: 'm', priority: 'high' },
  { maincategory_slug: 'afval', routing_department_code: ['AFV', 'null'] },
  { category_slug: 'grofvuil', source: 'Telefoon', address_text: 'kerk' },
  { type: 'COM', punctuality: 'null' },
]

/** Filters that are chosen from together. */
const ALIKE: Readonly<Partial<Record<SignalFacet, readonly string[]>>> = {
  maincategory_slug: ['maincategory_slug', 'category_slug', 'category_id'],
  category_slug: ['maincategory_slug', 'category_slug', 'category_id'],
}

describeEachDatabase('the counts beside filters', (database) => {
  let town: TestTown

  beforeAll(async () => {
    town = await openTown(database)
    for (let index = 0; index < 24; index++) await keep(index)
  }, 60_000)

  async function keep(index: number): Promise<void> {
    const { context } = town
    const id = await buildSignal(context, { state: ['m', 'b', 'o'][index % 3] ?? 'm' })
    const departments = await context.db.kysely.selectFrom('department').select('id').orderBy('id').execute()
    const categories = await context.db.kysely
      .selectFrom('category')
      .select('id')
      .where('parent_id', 'is not', null)
      .orderBy('id')
      .execute()
    const department = departments[index % (departments.length + 1)]
    await context.db.kysely
      .updateTable('signal')
      .set({
        category_id: categories[index % categories.length]?.id ?? 0,
        priority: ['high', 'normal', 'low'][index % 5] ?? 'normal',
        type_code: ['SIG', 'COM'][index % 4] ?? 'REQ',
        source: index % 2 === 0 ? 'online' : 'Telefoon',
        address_text: index % 7 === 0 ? 'Dorpsstraat' : 'Kerkweg',
        routing_department_ids: department ? [department.id] : null,
      })
      .where('id', '=', id)
      .execute()
  }

  /** As the list would count them, each by itself. */
  async function expectAsInTheList(actor: Actor): Promise<void> {
    for (const filter of FILTERS) {
      const counts = await countFacets(town.context, actor, filter)
      for (const facet of FACETS) {
        const others = Object.entries(filter).filter(([name]) => !(ALIKE[facet] ?? [facet]).includes(name))
        for (const [value, count] of Object.entries(counts[facet])) {
          const selection = await selectionOf(town.context, actor, {
            ...Object.fromEntries(others),
            [facet]: value,
          })
          expect([facet, value, count]).toEqual([facet, value, await countSignals(town.context, selection)])
        }
      }
    }
  }

  it('are those of the list with that value, and follow what changes', async () => {
    await expectAsInTheList(superuser)
    expect(Object.keys((await countFacets(town.context, superuser, {})).status).sort()).toEqual([
      'b',
      'm',
      'o',
    ])
    const { db } = town.context
    await db.kysely.updateTable('signal').set({ status_state: 'i' }).where('status_state', '=', 'b').execute()
    await db.kysely.deleteFrom('signal').where('priority', '=', 'low').execute()
    await keep(3)
    await expectAsInTheList(superuser)
    const after = await countFacets(town.context, superuser, {})
    expect(Object.keys(after.status).sort()).toEqual(['i', 'm', 'o'])
    expect(after.priority.low).toBeUndefined()
  }, 60_000)

  it('are asked for with the filters of a list', async () => {
    const { status, body } = await town.api.ask('GET', '/private/signals/facets?priority=high')
    expect([status, Object.keys(body)]).toEqual([200, [...FACETS]])
    expect(body.status).toEqual((await countFacets(town.context, superuser, { priority: 'high' })).status)
    expect((await town.api.ask('GET', '/private/signals/facets?status=zz')).status).toBe(400)
  })

  it('hold only what one may see', async () => {
    const [department] = await town.context.db.kysely.selectFrom('department').select('id').execute()
    await expectAsInTheList(employeeWith(['sia_read'], [department?.id ?? 0]))
    const nothing = await countFacets(town.context, employeeWith([], []), {})
    expect(nothing).toEqual(Object.fromEntries(FACETS.map((facet) => [facet, {}])))
  }, 60_000)
})
