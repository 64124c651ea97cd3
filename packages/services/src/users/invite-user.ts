import { type Actor, describeInviteMail } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { describeMunicipality } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { invalidWhole } from '../problem.ts'
import { getUser } from './list-users.ts'
import type { UserView } from './user-view.ts'

/** Mails someone how to sign in, also when they were invited before: the mail may be lost. */
export async function inviteUser(context: Context, actor: Actor, id: number): Promise<void> {
  await context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const user = await getUser(inside, id)
    if (!user.isActive) throw invalidWhole('Deze gebruiker is niet actief en kan niet inloggen.')
    await queueInvitation(inside, actor, user)
  })
}

/** In the transaction in which the user came. There is no secret in the mail: the identity provider asks who it is. */
export async function queueInvitation(context: Context, actor: Actor, user: UserView): Promise<void> {
  await queueMail(context, {
    ...describeInviteMail(context.settings.name),
    cause: `invite:${user.id}:${context.random.uuid()}`,
    signalId: null,
    to: user.username,
    variables: {
      ...describeMunicipality(context.settings),
      recipient_full_name: `${user.firstName} ${user.lastName}`.trim() || user.username,
      invited_by: await nameOf(context, actor),
      sign_in_url: `${context.citizenUrl}/manage/`,
      sign_in_as: user.username,
    },
  })
  await recordInAuditLog(context, {
    by: actor.email,
    action: 'user.invited',
    object: { type: 'user', id: String(user.id) },
  })
}

async function nameOf({ db }: Context, { email }: Actor): Promise<string> {
  const found = await db.kysely
    .selectFrom('app_user')
    .select(['first_name', 'last_name'])
    .where('username', '=', email)
    .executeTakeFirst()
  return `${found?.first_name ?? ''} ${found?.last_name ?? ''}`.trim() || email
}
