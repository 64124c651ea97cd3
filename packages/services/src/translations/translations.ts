import { type Actor, DEEPEST_JSON, hasNullCharacter, isDeeperThan, MESSAGES } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalidWhole, Problem } from '../problem.ts'

/** Texts of the employee app that a municipality words in its own way. */
export async function getTranslations({ db }: Pick<Context, 'db'>): Promise<unknown> {
  const file = await db.kysely
    .selectFrom('translation_file')
    .select('content')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!file) throw new Problem(404, JSON.stringify('Translation file not found.'))
  return file.content
}

/** Takes the place of what was there. */
export async function replaceTranslations(context: Context, actor: Actor, content: unknown): Promise<void> {
  if (hasNullCharacter(content)) throw invalidWhole(MESSAGES.nullCharacters)
  if (isDeeperThan(content, DEEPEST_JSON)) throw invalidWhole('Ongeldige waarde.')
  await context.db.transaction(async ({ kysely }) => {
    await kysely.deleteFrom('translation_file').execute()
    await kysely
      .insertInto('translation_file')
      .values({
        content: JSON.stringify(content),
        created_by: actor.email,
        created_at: context.clock.now(),
      })
      .execute()
  })
}
