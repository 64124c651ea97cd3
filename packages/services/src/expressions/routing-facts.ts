import type { MunicipalityHandle } from '@signalen/database'
import { createRoutingContext, type ExpressionContext, isExtraProperties } from '@signalen/domain'
import { sql } from 'kysely'
import type { RoutingAreas } from './read-routing-rules.ts'

/** What routing rules ask of a signal; the caller says of which ones, and may ask more of them. */
export function selectRoutingFacts(db: MunicipalityHandle) {
  return db.kysely
    .selectFrom('signal')
    .innerJoin('category as sub', 'sub.id', 'signal.category_id')
    .leftJoin('category as main', 'main.id', 'sub.parent_id')
    .select([
      'sub.name as sub_name',
      'main.name as main_name',
      'signal.stadsdeel',
      'signal.incident_date_start',
      'signal.extra_properties',
      sql<number>`public.st_x(signal.geometry)`.as('longitude'),
      sql<number>`public.st_y(signal.geometry)`.as('latitude'),
    ])
}

type RoutingFacts = Awaited<ReturnType<ReturnType<typeof selectRoutingFacts>['execute']>>[number]

/** The same for a rule that routes as for one that is tried. */
export function readRoutingFacts(
  facts: RoutingFacts,
  { areas, timeZone }: { readonly areas: RoutingAreas; readonly timeZone: string },
): ExpressionContext {
  return createRoutingContext({
    subCategoryName: facts.sub_name,
    mainCategoryName: facts.main_name ?? facts.sub_name,
    position: [facts.longitude, facts.latitude],
    district: facts.stadsdeel,
    incidentStart: facts.incident_date_start,
    areas,
    extraProperties: isExtraProperties(facts.extra_properties) ? facts.extra_properties : [],
    timeZone,
  })
}
