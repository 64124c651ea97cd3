import {
  confirmBefore,
  describeSubscriptionMail,
  findTranslationLanguage,
  isEmailAddress,
  MOST_UNCONFIRMED,
  mayAskAgain,
  type ResidentLanguage,
} from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { describeMunicipality } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { hashSecret } from '../mail/secret.ts'
import { invalid, notFound } from '../problem.ts'
import { confirmUrl } from './subscription-mail.ts'
import { getWishedSubject, type SubscriptionSubject, type SubscriptionWish } from './subscription-subject.ts'

/** Who wants to hear of what, and in which language. */
export type SubscriptionRequest = SubscriptionWish & {
  readonly email: string
  readonly language?: ResidentLanguage | undefined
}

/**
 * Asks the owner of an address whether they want this mail. The caller is told nothing of it, so that nobody can
 * find out in this way who follows what.
 */
export async function requestSubscription(
  context: Context,
  { email, language = 'nl', ...wish }: SubscriptionRequest,
): Promise<void> {
  if (!context.settings.publicGeography) throw notFound()
  const address = email.trim()
  if (!isEmailAddress(address)) throw invalid({ email: ['Voer een geldig e-mailadres in.'] })
  const subject = await getWishedSubject(context, wish)
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const token = await keepRequest(inside, { address, subject, language })
    if (token !== undefined) await askToConfirm(inside, { address, subject, token, language })
  })
}

async function keepRequest(
  context: Context,
  { address: email, subject, language }: Asked,
): Promise<string | undefined> {
  const now = context.clock.now()
  const known = await findKnown(context, email, subject)
  if (known) {
    const state = { confirmedAt: known.confirmed_at, confirmExpiresAt: known.confirm_expires_at }
    return mayAskAgain(state, now) ? renewToken(context, known.id, { subject, language }) : undefined
  }
  if ((await countUnconfirmed(context, email)) >= MOST_UNCONFIRMED) return undefined
  const token = context.random.token()
  const made = await context.db.kysely
    .insertInto('subscription')
    .values({
      email,
      signal_id: subject.signalId,
      area_id: subject.areaId,
      category_id: subject.categoryId,
      pace: subject.pace,
      confirm_token_hash: hashSecret(token),
      confirm_expires_at: confirmBefore(now),
      confirmed_at: null,
      stop_token: context.random.token(),
      language,
      told_at: null,
      created_at: now,
    })
    // Asked twice at the same moment: the other one mails.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made && token
}

function findKnown(context: Context, email: string, subject: SubscriptionSubject) {
  return context.db.kysely
    .selectFrom('subscription')
    .select(['id', 'confirmed_at', 'confirm_expires_at'])
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .where('signal_id', 'is not distinct from', subject.signalId)
    .where('area_id', 'is not distinct from', subject.areaId)
    .where('category_id', 'is not distinct from', subject.categoryId)
    .forUpdate()
    .executeTakeFirst()
}

/** How often mail comes, and in which language, is the owner's to decide: it changes only while nothing has been confirmed. */
async function renewToken(
  context: Context,
  id: number,
  { subject: { pace }, language }: Omit<Asked, 'address'>,
): Promise<string> {
  const token = context.random.token()
  await context.db.kysely
    .updateTable('subscription')
    .set({
      confirm_token_hash: hashSecret(token),
      confirm_expires_at: confirmBefore(context.clock.now()),
      pace: sql<string>`case when confirmed_at is null then ${pace}::text else pace end`,
      language: sql<string>`case when confirmed_at is null then ${language}::text else language end`,
    })
    .where('id', '=', id)
    .execute()
  return token
}

async function countUnconfirmed(context: Context, email: string): Promise<number> {
  const { count } = await context.db.kysely
    .selectFrom('subscription')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface Asked {
  readonly address: string
  readonly subject: SubscriptionSubject
  readonly language: ResidentLanguage
}

interface Question extends Asked {
  readonly token: string
}

/** Belongs to no report, so that the log forgets it soon. */
async function askToConfirm(
  context: Context,
  { address, subject, token, language }: Question,
): Promise<void> {
  const spoken = findTranslationLanguage(language)
  await queueMail(context, {
    ...describeSubscriptionMail('subscription_confirm'),
    cause: `subscription:${context.random.uuid()}`,
    signalId: null,
    to: address,
    variables: {
      ...describeMunicipality(context.settings),
      subject_in_words: subject.inWords('nl'),
      confirmation_url: confirmUrl(context, token),
    },
    spoken: spoken && {
      language: spoken,
      variables: { subject_in_words: subject.inWords(spoken) },
    },
  })
}
