import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, isSameJson } from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'

export interface AnswerTopic {
  /** Null for a new one. */
  readonly id: number | null
  readonly name: string
  /** What people read above the answers. */
  readonly description: string
}

export interface WrittenAnswer {
  readonly id: number | null
  readonly text: string
  /** The name of its topic. */
  readonly topic: string | null
  readonly isVisible: boolean
  readonly isSatisfied: boolean
  /** Who chooses this asks for it to be looked at again: staff are called. */
  readonly reopens: boolean
  /** People add words of their own. */
  readonly isOpen: boolean
}

/** All that there is to choose from after a report has ended, in the order in which it is shown. */
export interface AnswerSet {
  readonly topics: readonly AnswerTopic[]
  readonly answers: readonly WrittenAnswer[]
}

export async function readAnswerSet(db: MunicipalityHandle): Promise<AnswerSet> {
  const topics = await db.kysely
    .selectFrom('standard_answer_topic')
    .select(['id', 'name', 'description'])
    .orderBy(sql`"order" asc nulls last`)
    .orderBy('id')
    .execute()
  const answers = await db.kysely
    .selectFrom('standard_answer as answer')
    .leftJoin('standard_answer_topic as topic', 'topic.id', 'answer.topic_id')
    .select([
      'answer.id',
      'answer.text',
      'topic.name as topic',
      'answer.is_visible as isVisible',
      'answer.is_satisfied as isSatisfied',
      'answer.reopens_when_unhappy as reopens',
      'answer.open_answer as isOpen',
    ])
    .orderBy(sql`answer.order asc nulls last`)
    .orderBy('answer.id', 'desc')
    .execute()
  return { topics, answers }
}

/** The whole set as it becomes: what is no longer in it is gone. What people answered before stays as it was. */
export async function saveAnswerSet(context: Context, actor: Actor, given: AnswerSet): Promise<AnswerSet> {
  requireUsable(given)
  return context.db.transaction(async (db) => {
    const before = await readAnswerSet(db)
    await removeOthers(db, 'standard_answer', given.answers)
    await removeOthers(db, 'standard_answer_topic', given.topics)
    const topicIds = await writeTopics(db, given.topics)
    await writeAnswers(db, given.answers, topicIds)
    const after = await readAnswerSet(db)
    if (!isSameJson(before, after)) {
      await recordInAuditLog(
        { ...context, db },
        {
          by: actor.email,
          action: 'standardAnswers.saved',
          object: { type: 'standard_answer', id: '' },
          detail: { before, after },
        },
      )
    }
    return after
  })
}

function requireUsable({ topics, answers }: AnswerSet): void {
  const twice = findTwice(answers.map(({ text }) => text)) ?? findTwice(topics.map(({ name }) => name))
  if (twice !== undefined) throw invalid({ answers: [`"${twice}" staat er twee keer.`] })
  const names = new Set(topics.map(({ name }) => name))
  const lost = answers.find(({ topic }) => topic !== null && !names.has(topic))
  if (lost) throw invalid({ answers: [`Het onderwerp "${lost.topic}" bestaat niet.`] })
}

function findTwice(texts: readonly string[]): string | undefined {
  return texts.find((text, place) => texts.indexOf(text) !== place)
}

type Table = 'standard_answer' | 'standard_answer_topic'

async function removeOthers(
  db: MunicipalityHandle,
  table: Table,
  rows: readonly { readonly id: number | null }[],
): Promise<void> {
  const ids = rows.flatMap(({ id }) => id ?? [])
  await db.kysely
    .deleteFrom(table)
    .where(sql<boolean>`not ${anyOf('id', ids)}`)
    .execute()
  // So that two can change names with each other.
  const column = table === 'standard_answer' ? sql.ref('text') : sql.ref('name')
  await sql`update ${db.table(table)} set ${column} = id::text || ' ' || gen_random_uuid()`.execute(db.kysely)
}

async function writeTopics(
  db: MunicipalityHandle,
  topics: readonly AnswerTopic[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [index, { id, name, description }] of topics.entries()) {
    const values = { name, description, order: index + 1 }
    const row =
      id === null
        ? await db.kysely
            .insertInto('standard_answer_topic')
            .values(values)
            .returning('id')
            .executeTakeFirst()
        : await db.kysely
            .updateTable('standard_answer_topic')
            .set(values)
            .where('id', '=', id)
            .returning('id')
            .executeTakeFirst()
    if (!row) throw invalid({ topics: ['De onderwerpen zijn ondertussen gewijzigd. Haal ze opnieuw op.'] })
    ids.set(name, row.id)
  }
  return ids
}

async function writeAnswers(
  db: MunicipalityHandle,
  answers: readonly WrittenAnswer[],
  topicIds: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    const values = {
      text: answer.text,
      topic_id: answer.topic === null ? null : (topicIds.get(answer.topic) ?? null),
      is_visible: answer.isVisible,
      is_satisfied: answer.isSatisfied,
      reopens_when_unhappy: answer.reopens,
      open_answer: answer.isOpen,
      order: index + 1,
    }
    if (answer.id === null) await db.kysely.insertInto('standard_answer').values(values).execute()
    else {
      const { numUpdatedRows } = await db.kysely
        .updateTable('standard_answer')
        .set(values)
        .where('id', '=', answer.id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n)
        throw invalid({ answers: ['De antwoorden zijn ondertussen gewijzigd. Haal ze opnieuw op.'] })
    }
  }
}
