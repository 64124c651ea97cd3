import {
  describeSubscriptionMail,
  findTranslationLanguage,
  isDigestDue,
  RESIDENT_LOCALES,
  type ResidentLanguage,
  SUBSCRIPTION_WORDS,
  type SubscriptionPace,
  speakName,
} from '@signalen/domain'
import { sql } from 'kysely'
import { type CategoryTree, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { describeMunicipality, type MailVariables } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { stopUrl } from './subscription-mail.ts'
import { describeMap } from './subscription-subject.ts'

const PIECE = 200
/** The mail lists no more; the map has them all. */
const MOST_LISTED = 25

/** Mails what is new on the public map to who asked for that. Answers how many mails it wrote. */
export async function tellMapNews(context: Context): Promise<number> {
  const tree = await getCategoryTree(context.db)
  let mails = 0
  for (let after = 0, isLast = false; !isLast; ) {
    const subscribers = await listSubscribers(context, after)
    for (const subscriber of subscribers) if (await tell(context, subscriber, tree)) mails++
    after = subscribers.at(-1)?.id ?? after
    isLast = subscribers.length < PIECE
  }
  return mails
}

function listSubscribers({ db }: Context, after: number) {
  return db.kysely
    .selectFrom('subscription')
    .leftJoin('area', 'area.id', 'subscription.area_id')
    .leftJoin('area_type', 'area_type.id', 'area.area_type_id')
    .select(['subscription.id', 'subscription.email', 'subscription.area_id', 'subscription.category_id'])
    .select(['subscription.pace', 'subscription.stop_token', 'subscription.told_through'])
    .select(['subscription.told_at', 'subscription.confirmed_at', 'subscription.language'])
    .select(['area.name as area_name', 'area.code as area_code', 'area_type.code as area_type_code'])
    .where('subscription.signal_id', 'is', null)
    .where('subscription.confirmed_at', 'is not', null)
    .where('subscription.id', '>', after)
    .orderBy('subscription.id')
    .limit(PIECE)
    .execute()
}

type Subscriber = Awaited<ReturnType<typeof listSubscribers>>[number]

async function tell(context: Context, subscriber: Subscriber, tree: CategoryTree): Promise<boolean> {
  const now = context.clock.now()
  const last = subscriber.told_at ?? subscriber.confirmed_at ?? now
  if (!isDigestDue(subscriber.pace as SubscriptionPace, last, now)) return false
  const news = await findNews(context, subscriber, tree)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const { numUpdatedRows } = await trx.kysely
      .updateTable('subscription')
      .set({ told_at: now, told_through: news.at(0)?.signal_id ?? subscriber.told_through })
      .where('id', '=', subscriber.id)
      // Of two that tell at once, one does.
      .where('told_through', '=', subscriber.told_through)
      .executeTakeFirst()
    if (numUpdatedRows === 0n || news.length === 0) return false
    await mailNews(inside, subscriber, { news, tree })
    return true
  })
}

interface NewReport {
  readonly signal_id: number
  readonly category_id: number
  readonly created_at: Date
}

/** Newest first. Reports get their numbers in the order in which they are made. */
async function findNews(
  { db }: Context,
  { area_id, category_id, told_through }: Subscriber,
  { all }: CategoryTree,
): Promise<NewReport[]> {
  const wanted = all.filter(
    ({ isPublicAccessible, parent }) =>
      parent !== null && isPublicAccessible && (category_id === null || parent.id === category_id),
  )
  const inArea =
    area_id === null
      ? sql`true`
      : sql`public.ST_Intersects(shown.geometry,
          (select geometry from ${db.table('area')} area where area.id = ${area_id}))`
  const { rows } = await sql<NewReport>`
    select shown.signal_id, shown.category_id, shown.created_at from ${db.table('public_map_signal')} shown
    where shown.signal_id > ${told_through}
      and shown.category_id = any(${wanted.map(({ id }) => id)}::integer[]) and ${inArea}
    order by shown.signal_id desc`.execute(db.kysely)
  return rows
}

interface News {
  readonly news: readonly NewReport[]
  readonly tree: CategoryTree
}

async function mailNews(context: Context, subscriber: Subscriber, news: News): Promise<void> {
  const main = news.tree.byId.get(subscriber.category_id ?? 0)
  const spoken = findTranslationLanguage(subscriber.language)
  await queueMail(context, {
    ...describeSubscriptionMail('map_news'),
    cause: `map-news:${subscriber.id}:${news.news.at(0)?.signal_id}`,
    signalId: null,
    to: subscriber.email,
    variables: {
      ...describeMunicipality(context.settings),
      ...speakNews(context, subscriber, { ...news, language: 'nl' }),
      count: news.news.length,
      map_url: mapUrl(context, subscriber, main?.slug),
      unsubscribe_url: stopUrl(context, subscriber.stop_token),
    },
    spoken: spoken && {
      language: spoken,
      variables: speakNews(context, subscriber, { ...news, language: spoken }),
    },
  })
}

function speakNews(
  context: Context,
  { category_id, area_name }: Subscriber,
  { news, tree, language }: News & { readonly language: ResidentLanguage },
): MailVariables {
  const category = tree.byId.get(category_id ?? 0)
  return {
    subject_in_words: describeMap(context, { category, area: area_name ?? undefined, language }),
    reports: news.slice(0, MOST_LISTED).map((report) => describeReport(context, report, { tree, language })),
  }
}

/** Of what kind and since when; where exactly is for the map, which shows it as coarse as the municipality wants. */
function describeReport(
  { settings }: Context,
  report: NewReport,
  { tree, language }: { readonly tree: CategoryTree; readonly language: ResidentLanguage },
): string {
  const { timeZone } = settings
  const day = new Intl.DateTimeFormat(RESIDENT_LOCALES[language], { day: 'numeric', month: 'long', timeZone })
  const category = tree.byId.get(report.category_id)
  const name = category ? speakName(category, language) : ''
  return SUBSCRIPTION_WORDS[language].listed(name, day.format(report.created_at))
}

function mapUrl(
  { citizenUrl }: Context,
  { area_code, area_type_code }: Subscriber,
  main: string | undefined,
): string {
  const query = new URLSearchParams()
  if (main) query.set('onderwerp', main)
  if (area_code && area_type_code) query.set('gebied', `${area_type_code}.${area_code}`)
  return `${citizenUrl}/meldingenkaart${query.size > 0 ? `?${query}` : ''}`
}
