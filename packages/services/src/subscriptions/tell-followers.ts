import {
  describeNews,
  describeSubscriptionMail,
  isClosedStatus,
  isNews,
  type StatusCode,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import type { Jobs } from '../jobs.ts'
import { describeMunicipality } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { queueJob } from '../queue-job.ts'
import { type CategoryReference, readReference } from '../signals/reference.ts'
import { stopUrl } from './subscription-mail.ts'
import { publicNameOf } from './subscription-subject.ts'

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
  const { categories } = await readReference(context.db)
  const category = signal && categories.get(signal.category_id)
  if (!signal || !category?.isPublicAccessible) return
  for (let after = 0, isLast = false; !isLast; ) {
    const followers = await listFollowers(context, news.signalId, after)
    await mailPiece(context, followers, { ...news, category, createdAt: signal.created_at })
    after = followers.at(-1)?.id ?? after
    isLast = followers.length < PIECE
  }
}

function listFollowers(context: Context, signalId: number, after: number) {
  return context.db.kysely
    .selectFrom('subscription')
    .select(['id', 'email', 'stop_token'])
    .where('signal_id', '=', signalId)
    .where('confirmed_at', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PIECE)
    .execute()
}

type Follower = Awaited<ReturnType<typeof listFollowers>>[number]
type News = Jobs['followers.tell'] & { readonly category: CategoryReference; readonly createdAt: Date }

async function mailPiece(context: Context, followers: readonly Follower[], news: News): Promise<void> {
  if (followers.length === 0) return
  await context.db.transaction(async (trx) => {
    for (const follower of followers) await mailFollower({ ...context, db: trx }, follower, news)
  })
}

async function mailFollower(context: Context, follower: Follower, news: News): Promise<void> {
  const { category, state, signalId, statusHistoryId } = news
  await queueMail(context, {
    ...describeSubscriptionMail('followed_signal_news'),
    cause: `follow:${statusHistoryId}:${follower.id}`,
    signalId,
    to: follower.email,
    variables: {
      ...describeMunicipality(context.settings),
      news: describeNews(state),
      is_closed: isClosedStatus(state),
      created_at: news.createdAt,
      main_category_public_name: publicNameOf(category.main),
      sub_category_public_name: publicNameOf(category),
      unsubscribe_url: stopUrl(context, follower.stop_token),
    },
  })
}
