import { type Actor, findPattern, type PersonIdentity, readIdentity } from '@signalen/domain'
import type { Context } from '../context.ts'
import { conflict, problemOf } from '../problem.ts'
import { findMentions, type Mention } from './find-mentions.ts'
import { findLinkedPerson, type LinkedPerson, listMailsTo } from './find-person.ts'
import { listSubscriptionsOf } from './person-subscriptions.ts'
import { enterInRegister, listEarlier, type RegisterRow, requirePersonRight } from './register.ts'

export interface PersonRequest {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}

export interface PersonFound {
  readonly signalIds: readonly number[]
  /** Of how many reports the person is or was the reporter. */
  readonly reporters: number
  readonly mails: number
  /** Reports and areas that the person wants mail about. */
  readonly subscriptions: number
  readonly mentions: readonly Mention[]
  readonly isEmployee: boolean
  /** Earlier requests about the same person. */
  readonly earlier: readonly RegisterRow[]
}

export function identify(request: PersonRequest): PersonIdentity {
  const identity = readIdentity(request)
  if (!identity.ok) throw problemOf(identity)
  return identity.value
}

/** What there is about a person, before anything is done with it. */
export async function lookUpPerson(
  context: Context,
  actor: Actor,
  request: PersonRequest,
): Promise<PersonFound> {
  requirePersonRight(actor, 'person.find')
  const identity = identify(request)
  const linked = await findLinkedPerson(context, identity)
  const mails = await listMailsTo(context, linked)
  const subscriptions = await listSubscriptionsOf(context, linked)
  const mentions = await findMentionsOf(context, identity)
  const earlier = await listEarlier(context, identity)
  const counts = { reports: linked.signalIds.length, mails: mails.length, mentions: mentions.length }
  await context.db.transaction((trx) =>
    enterInRegister({ ...context, db: trx }, actor, { action: 'person.find', identity, detail: counts }),
  )
  return {
    signalIds: linked.signalIds,
    reporters: linked.reporters.length,
    mails: mails.length,
    subscriptions: subscriptions.length,
    mentions,
    isEmployee: linked.isEmployee,
    earlier,
  }
}

export function findMentionsOf(context: Context, identity: PersonIdentity): Promise<Mention[]> {
  const pattern = findPattern({ identities: [identity] })
  return pattern === undefined ? Promise.resolve([]) : findMentions(context, pattern)
}

/** What cannot be undone is done to what one has seen, and to nothing that came since. */
export function requireExpected(linked: LinkedPerson, expectedReports: number): void {
  if (linked.signalIds.length === expectedReports) return
  throw conflict(
    `Er zijn ${linked.signalIds.length} meldingen van deze persoon, niet ${expectedReports}. Zoek opnieuw.`,
  )
}

/** An employee's name stands under what they did: that is not theirs to take away here. */
export function requireNoEmployee({ isEmployee }: LinkedPerson): void {
  if (isEmployee) throw conflict('Dit e-mailadres is van een gebruiker. Wijzig eerst het account.')
}
