import {
  RESIDENT_LOCALES,
  type ResidentLanguage,
  SUBSCRIPTION_WORDS,
  type SubscriptionPace,
  speakName,
} from '@signalen/domain'
import { type Category, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'

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
  inWords(language: ResidentLanguage): string
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
  const tree = await getCategoryTree(context.db)
  return {
    signalId: shown.signal_id,
    areaId: null,
    categoryId: null,
    pace: 'at once',
    inWords: (language) =>
      describeReport(context, {
        category: tree.byId.get(shown.category_id),
        createdAt: shown.created_at,
        language,
      }),
  }
}

async function getMap(
  context: Context,
  { area, main, pace }: Extract<SubscriptionWish, { kind: 'map' }>,
): Promise<SubscriptionSubject> {
  const tree = await getCategoryTree(context.db)
  const category = tree.mains.find(({ slug }) => slug === main)
  if (main !== undefined && !category) throw invalid({ category: ['Dit onderwerp is er niet.'] })
  const found = area && (await findArea(context, area))
  if (area && !found) throw invalid({ area: ['Dit gebied is er niet.'] })
  return {
    signalId: null,
    areaId: found?.id ?? null,
    categoryId: category?.id ?? null,
    pace,
    inWords: (language) => describeMap(context, { category, area: found?.name, language }),
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

interface ReportSubject {
  readonly category: Category | undefined
  readonly createdAt: Date
  readonly language: ResidentLanguage
}

export function describeReport(
  { settings }: Pick<Context, 'settings'>,
  { category, createdAt, language }: ReportSubject,
): string {
  const { timeZone } = settings
  const day = new Intl.DateTimeFormat(RESIDENT_LOCALES[language], { dateStyle: 'long', timeZone })
  const about = category && speakName(category, language)
  return SUBSCRIPTION_WORDS[language].report(about, day.format(createdAt))
}

interface MapSubject {
  readonly category: Category | undefined
  readonly area: string | undefined
  readonly language: ResidentLanguage
}

export function describeMap(
  { settings }: Pick<Context, 'settings'>,
  { category, area, language }: MapSubject,
): string {
  const about = category && speakName(category, language)
  return SUBSCRIPTION_WORDS[language].map(about, area ?? settings.name)
}
