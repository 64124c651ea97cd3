import { describeMyReportsMail, isEmailAddress, type TranslationLanguage } from '@signalen/domain'
import type { Context } from '../context.ts'
import { describeMunicipality } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { hashSecret } from '../mail/secret.ts'
import { hasReports } from './own-reports.ts'

/**
 * Mails a link to "my reports" to whoever made one. The caller is told nothing, so that nobody can find out
 * in this way who reports what.
 */
export async function requestMyReportsLink(
  context: Context,
  email: string,
  language?: TranslationLanguage,
): Promise<void> {
  const address = email.trim()
  if (!isEmailAddress(address) || !(await hasReports(context, address))) return
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const token = await replaceToken(inside, address)
    await queueMail(inside, {
      ...describeMyReportsMail(),
      cause: `my-reports:${context.random.uuid()}`,
      signalId: null,
      to: address,
      variables: {
        ...describeMunicipality(context.settings),
        my_signals_url: `${context.citizenUrl}/mijn-meldingen/${token}`,
      },
      spoken: language && { language, variables: {} },
    })
  })
}

/** The newest link is the only one that works. */
async function replaceToken(context: Context, email: string): Promise<string> {
  const token = context.random.token()
  const now = context.clock.now()
  await context.db.kysely
    .deleteFrom('my_report_token')
    .where((eb) => eb(eb.fn<string>('lower', ['reporter_email']), '=', email.toLowerCase()))
    .execute()
  await context.db.kysely
    .insertInto('my_report_token')
    .values({
      token_hash: hashSecret(token),
      reporter_email: email,
      created_at: now,
      expires_at: new Date(now.getTime() + context.settings.myReportsTokenMinutes * 60_000),
    })
    .execute()
  return token
}
