import {
  findExpressionFault,
  type IdentifierType,
  isIdentifierType,
  ROUTING_EXPRESSION_TYPE,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { listQuestions } from '../questions/list-questions.ts'

export interface ContextItem {
  readonly identifier: string
  readonly identifierType: string
  readonly type: string
}

/** The names that expressions of a type may use. */
export function listExpressionContext({ db }: Pick<Context, 'db'>, type: string): Promise<ContextItem[]> {
  return db.kysely
    .selectFrom('expression_context as item')
    .innerJoin('expression_type as type', 'type.id', 'item.expression_type_id')
    .select(['item.identifier', 'item.identifier_type as identifierType', 'type.name as type'])
    .where('type.name', '=', type)
    .orderBy('item.id')
    .execute()
}

/** What is wrong with code as an expression of a type; undefined when it is right. */
export async function validateExpression(
  context: Pick<Context, 'db'>,
  { type, code }: { readonly type: string; readonly code: string },
): Promise<string | undefined> {
  const items = await listExpressionContext(context, type)
  const identifiers = new Map<string, IdentifierType>([
    ...(type === ROUTING_EXPRESSION_TYPE ? await listAnswerNames(context) : []),
    ...items.flatMap(({ identifier, identifierType }) =>
      isIdentifierType(identifierType) ? [[identifier, identifierType] as const] : [],
    ),
  ])
  return findExpressionFault(code, identifiers)?.message
}

/** Answers to questions can be asked about as well, under the key of the question. */
async function listAnswerNames(context: Pick<Context, 'db'>): Promise<(readonly [string, IdentifierType])[]> {
  return (await listQuestions(context, {})).map(
    ({ key, fieldType }) => [key, SEVERAL_ANSWERS.has(fieldType) ? 'set' : 'str'] as const,
  )
}

const SEVERAL_ANSWERS: ReadonlySet<string> = new Set([
  'checkbox_input',
  'multi_text_input',
  'asset_select',
  'caterpillar_select',
  'clock_select',
  'streetlight_select',
])
