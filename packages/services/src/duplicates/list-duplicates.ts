import { type Actor, judge } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Point } from '../ports.ts'
import { forbidden, invalid, notFound } from '../problem.ts'
import { findCategoryByAddress } from '../signals/category-address.ts'
import { requireRight } from '../signals/get-signal.ts'
import { findPlaceFault } from '../signals/location/check-place.ts'
import { readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'
import { findLikelyDuplicates, type LikelyDuplicate } from './find-likely-duplicates.ts'

/** Open reports that a report is probably a duplicate of, as far as this person may see them. */
export async function listDuplicates(context: Context, actor: Actor, id: number): Promise<LikelyDuplicate[]> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['text', 'created_at', 'category_id', 'parent_id', 'child_count', 'routing_department_ids'])
    .select([
      sql<number>`public.ST_X(geometry)`.as('longitude'),
      sql<number>`public.ST_Y(geometry)`.as('latitude'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Signal')
  requireRight(actor, 'signal.duplicates', { subject: subjectOf(row, await readReference(context.db)) })
  return findLikelyDuplicates(context, {
    text: row.text,
    categoryId: row.category_id,
    point: { longitude: row.longitude, latitude: row.latitude },
    at: row.created_at,
    except: { id, parentId: row.parent_id },
    visibleTo: actor,
  })
}

export interface ReportInTheMaking {
  readonly text: string
  /** The address of a subcategory, when it is known already. */
  readonly category: string | undefined
  readonly point: Point
}

/** Whether what a caller tells has been reported already, before it is reported again. */
export async function listDuplicatesOfNew(
  context: Context,
  actor: Actor,
  { text, category, point }: ReportInTheMaking,
): Promise<LikelyDuplicate[]> {
  if (!judge(actor, 'signal.findDuplicates').allowed) throw forbidden()
  const fault = findPlaceFault([point.longitude, point.latitude], context.settings)
  if (fault) throw invalid({ location: [fault] })
  const categoryId = category === undefined ? null : await getCategoryId(context, category)
  return findLikelyDuplicates(context, { text, categoryId, point, at: context.clock.now(), visibleTo: actor })
}

async function getCategoryId(context: Context, address: string): Promise<number> {
  const chosen = findCategoryByAddress(await readReference(context.db), address)
  if (!chosen.found) throw invalid({ category_url: [chosen.message] })
  return chosen.category.id
}
