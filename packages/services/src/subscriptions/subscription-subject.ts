import type { SubscriptionPace } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { type CategoryReference, type MainCategory, readReference } from '../signals/reference.ts'

/** What someone wants to hear about: a report on the public map, or what is new on it. */
export type SubscriptionWish =
  | { readonly kind: 'report'; readonly reference: string }
  | {
      readonly kind: 'map'
      readonly area: { readonly type: string; readonly code: string } | undefined
      /** Slug of a main category; undefined for all. */
      readonly main: string | undefined
      readonly pace: SubscriptionPace
    }

export interface SubscriptionSubject {
  readonly signalId: number | null
  readonly areaId: number | null
  readonly categoryId: number | null
  readonly pace: SubscriptionPace
  /** «de melding over …», to go on a sentence with. */
  readonly inWords: string
}

export function getWishedSubject(context: Context, wish: SubscriptionWish): Promise<SubscriptionSubject> {
  return wish.kind === 'report' ? getReport(context, wish.reference) : getMap(context, wish)
}

/** Only what stands on the public map can be followed. */
async function getReport(context: Context, reference: string): Promise<SubscriptionSubject> {
  const shown = await context.db.kysely
    .selectFrom('public_map_signal')
    .select(['signal_id', 'category_id', 'created_at'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!shown) throw invalid({ report: ['Deze melding staat niet op de openbare kaart.'] })
  const { categories } = await readReference(context.db)
  return {
    signalId: shown.signal_id,
    areaId: null,
    categoryId: null,
    pace: 'at once',
    inWords: describeReport(context, categories.get(shown.category_id), shown.created_at),
  }
}

async function getMap(
  context: Context,
  { area, main, pace }: Extract<SubscriptionWish, { kind: 'map' }>,
): Promise<SubscriptionSubject> {
  const { mains } = await readReference(context.db)
  const category = [...mains.values()].find(({ slug }) => slug === main)
  if (main !== undefined && !category) throw invalid({ category: ['Dit onderwerp is er niet.'] })
  const found = area && (await findArea(context, area))
  if (area && !found) throw invalid({ area: ['Dit gebied is er niet.'] })
  return {
    signalId: null,
    areaId: found?.id ?? null,
    categoryId: category?.id ?? null,
    pace,
    inWords: describeMap(context, category, found?.name),
  }
}

function findArea({ db }: Context, { type, code }: { readonly type: string; readonly code: string }) {
  return db.kysely
    .selectFrom('area')
    .innerJoin('area_type', 'area_type.id', 'area.area_type_id')
    .select(['area.id', 'area.name'])
    .where('area.code', '=', code)
    .where('area_type.code', '=', type)
    .executeTakeFirst()
}

export function publicNameOf({ publicName, name }: CategoryReference | MainCategory): string {
  return publicName || name
}

export function describeReport(
  { settings }: Pick<Context, 'settings'>,
  category: CategoryReference | undefined,
  createdAt: Date,
): string {
  const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: settings.timeZone })
  const about = category ? ` over ${publicNameOf(category)}` : ''
  return `de melding${about} van ${day.format(createdAt)}`
}

export function describeMap(
  { settings }: Pick<Context, 'settings'>,
  category: MainCategory | undefined,
  area: string | undefined,
): string {
  const about = category ? ` over ${publicNameOf(category)}` : ''
  return `nieuwe meldingen${about} in ${area ?? settings.name}`
}
