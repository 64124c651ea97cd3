import {
  describeNews,
  describeSubscriptionMail,
  findTranslationLanguage,
  isClosedStatus,
  isNews,
  type ResidentLanguage,
  type StatusCode,
  speakName,
} from '@signalen/domain'
import { type Category, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { Jobs } from '../jobs.ts'
import { describeMunicipality, type MailVariables } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { queueJob } from '../queue-job.ts'
import { stopUrl } from './subscription-mail.ts'

const PIECE = 200

interface StatusSet {
  readonly signalId: number
  readonly statusHistoryId: number
  readonly previousState: StatusCode | null
  readonly state: StatusCode
}

/** In the transaction of the change; there may be many followers, so their mails are written later. */
export async function planFollowerNews(context: Context, status: StatusSet): Promise<void> {
  const { signalId, statusHistoryId, previousState, state } = status
  if (!isNews(previousState, state)) return
  const follower = await context.db.kysely
    .selectFrom('subscription')
    .select('id')
    .where('signal_id', '=', signalId)
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!follower) return
  await queueJob(
    context,
    'followers.tell',
    { signalId, statusHistoryId, state },
    { key: `followers/${statusHistoryId}` },
  )
}

/** Once for each follower, however often it runs. Nothing is told of what is not public any more. */
export async function tellFollowers(context: Context, news: Jobs['followers.tell']): Promise<void> {
  const signal = await context.db.kysely
    .selectFrom('signal')
    .select(['category_id', 'created_at', 'status_state'])
    .where('id', '=', news.signalId)
    .executeTakeFirst()
  const { byId } = await getCategoryTree(context.db)
  const category = signal && byId.get(signal.category_id)
  if (!signal || !category?.isPublicAccessible) return
  const main = byId.get(category.parent?.id ?? 0) ?? category
  for (let after = 0, isLast = false; !isLast; ) {
    const followers = await listFollowers(context, news.signalId, after)
    await mailPiece(context, followers, { ...news, category, main, createdAt: signal.created_at })
    after = followers.at(-1)?.id ?? after
    isLast = followers.length < PIECE
  }
}

function listFollowers(context: Context, signalId: number, after: number) {
  return context.db.kysely
    .selectFrom('subscription')
    .select(['id', 'email', 'stop_token', 'language'])
    .where('signal_id', '=', signalId)
    .where('confirmed_at', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PIECE)
    .execute()
}

type Follower = Awaited<ReturnType<typeof listFollowers>>[number]
interface News extends Readonly<Jobs['followers.tell']> {
  readonly category: Category
  readonly main: Category
  readonly createdAt: Date
}

async function mailPiece(context: Context, followers: readonly Follower[], news: News): Promise<void> {
  if (followers.length === 0) return
  await context.db.transaction(async (trx) => {
    for (const follower of followers) await mailFollower({ ...context, db: trx }, follower, news)
  })
}

async function mailFollower(context: Context, follower: Follower, news: News): Promise<void> {
  const { state, signalId, statusHistoryId } = news
  const spoken = findTranslationLanguage(follower.language)
  await queueMail(context, {
    ...describeSubscriptionMail('followed_signal_news'),
    cause: `follow:${statusHistoryId}:${follower.id}`,
    signalId,
    to: follower.email,
    variables: {
      ...describeMunicipality(context.settings),
      ...speakNews(news, 'nl'),
      is_closed: isClosedStatus(state),
      created_at: news.createdAt,
      unsubscribe_url: stopUrl(context, follower.stop_token),
    },
    spoken: spoken && { language: spoken, variables: speakNews(news, spoken) },
  })
}

function speakNews({ state, category, main }: News, language: ResidentLanguage): MailVariables {
  return {
    news: describeNews(state, language),
    main_category_public_name: speakName(main, language),
    sub_category_public_name: speakName(category, language),
  }
}
