import { sql } from 'kysely'
import type { Context } from '../context.ts'

export interface StandardAnswer {
  readonly isSatisfied: boolean
  readonly text: string
  /** The description of its topic. */
  readonly topic: string | null
  readonly openAnswer: boolean
}

/** The answers that people may choose from, by topic; those without one come last. */
export function listStandardAnswers({ db }: Pick<Context, 'db'>): Promise<StandardAnswer[]> {
  return db.kysely
    .selectFrom('standard_answer as answer')
    .leftJoin('standard_answer_topic as topic', 'topic.id', 'answer.topic_id')
    .select([
      'answer.is_satisfied as isSatisfied',
      'answer.text',
      'topic.description as topic',
      'answer.open_answer as openAnswer',
    ])
    .where('answer.is_visible', '=', true)
    .orderBy(sql`topic.order asc nulls last`)
    .orderBy(sql`answer.order asc nulls last`)
    .orderBy('answer.id', 'desc')
    .execute()
}
