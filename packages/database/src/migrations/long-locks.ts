import { type Statement, splitStatements } from './split-statements.ts'

/** Tables that grow with the reports of a municipality, so that going through all rows of one takes seconds. */
export const BIG_TABLES = [
  'attachment',
  'audit_log',
  'city_control_case',
  'feedback',
  'idempotent_answer',
  'mail',
  'public_map_signal',
  'public_map_solved',
  'qa_answer',
  'qa_session',
  'reporter',
  'signal',
  'signal_before',
  'signal_history',
  'signal_relation',
] as const

export interface LongLock {
  readonly table: string
  readonly why: string
  /** The beginning of the statement. */
  readonly statement: string
}

const SCHEMA = String.raw`(?:\{\{schema\}\}\.|"?\w+"?\.)?`
const TABLE = String.raw`${SCHEMA}"?(\w+)"?`

/** What a statement changes a table by, or goes through it for. The first group is the table. */
const ON_TABLE: readonly { readonly found: RegExp; readonly judge: (rest: string) => string | undefined }[] =
  [
    {
      found: new RegExp(
        String.raw`^create (?:unique )?index (?!concurrently )(?:if not exists )?\w+ on (?:only )?${TABLE}(.*)`,
      ),
      judge: () => 'builds an index while nobody may write: create it concurrently',
    },
    {
      found: new RegExp(`^alter table (?:if exists )?(?:only )?${TABLE} (.*)`),
      judge: judgeAlteration,
    },
    {
      found: new RegExp(`^(?:with .* )?update (?:only )?${TABLE} (.*)`),
      judge: () => 'changes every row at once: fill it in pieces, by a job',
    },
    {
      found: new RegExp(`^(?:with .* )?delete from (?:only )?${TABLE}(.*)`),
      judge: () => 'deletes rows at once: do so in pieces, by a job',
    },
    {
      found: new RegExp(
        `^(?:reindex(?: table| index)?|cluster|vacuum full|lock table|lock) (?!concurrently)${TABLE}(.*)`,
      ),
      judge: () => 'keeps everybody out of the table',
    },
  ]

/** Statements of a migration during which others wait as long as it takes to go through a big table. */
export function findLongLocks(sql: string): LongLock[] {
  const statements = splitStatements(sql)
  const made = new Set(statements.flatMap(findMadeTable))
  return statements.flatMap((statement) => {
    const found = findLock(statement)
    return found && isBig(found.table) && !made.has(found.table) ? [found] : []
  })
}

function isBig(table: string): boolean {
  return (BIG_TABLES as readonly string[]).includes(table)
}

/** Whatever is done to a table that the same migration made, is done to an empty one. */
function findMadeTable({ shape }: Statement): string[] {
  const made = new RegExp(`^create (?:unlogged )?table (?:if not exists )?${TABLE}`).exec(shape)?.[1]
  return made === undefined ? [] : [made]
}

function findLock({ shape, text }: Statement): LongLock | undefined {
  for (const { found, judge } of ON_TABLE) {
    const [, table, rest = ''] = found.exec(shape) ?? []
    const why = table === undefined ? undefined : judge(rest)
    if (table !== undefined && why !== undefined) {
      return { table, why, statement: text.replaceAll(/\s+/g, ' ').slice(0, 80) }
    }
  }
  return undefined
}

/** Several changes of one table may stand in a statement; the first that takes long says enough. */
function judgeAlteration(changes: string): string | undefined {
  const isUnchecked = /\bnot valid\b/.test(changes)
  const rules: readonly [boolean, string][] = [
    [
      /\badd (?:constraint \w+ )?(?:check|foreign key)\b/.test(changes) && !isUnchecked,
      'checks every row: add it not valid, and validate it in a later migration',
    ],
    [
      /\badd (?:constraint \w+ )?(?:unique|primary key)\b(?! using index)/.test(changes),
      'builds an index while nobody may read or write: create it concurrently, and add the constraint using it',
    ],
    [/\badd constraint \w+ exclude\b/.test(changes), 'builds an index while nobody may read or write'],
    [
      /\balter (?:column )?\w+ (?:set data )?type\b/.test(changes),
      'writes every row anew: add another column',
    ],
    [
      /\balter (?:column )?\w+ set not null\b/.test(changes),
      'goes through every row: add a check that is not valid',
    ],
    [isRewritingColumn(changes), 'writes every row anew: let the column be null, and fill it in pieces'],
    [/\bset (?:logged|unlogged|tablespace)\b/.test(changes), 'writes the whole table anew'],
  ]
  return rules.find(([holds]) => holds)?.[1]
}

/** A value that differs from row to row, or is worked out, must be written in each; one for all need not. */
function isRewritingColumn(changes: string): boolean {
  const [, definition = ''] = /\badd column (?:if not exists )?(.*)/.exec(changes) ?? []
  const isWorkedOut = /\bgenerated (?:always|by default)\b|\b(?:big|small)?serial\b/.test(definition)
  return (
    isWorkedOut || /\bdefault (?:gen_random_uuid|random|clock_timestamp|nextval|public\.)/.test(definition)
  )
}
