import { type Actor, hasPermission, isEmailAddress } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { either } from '../list/sql-parts.ts'
import type { Reference } from '../reference.ts'
import { type SearchTerm, toIndexQuery } from './search-terms.ts'

type Condition = RawBuilder<boolean>

/** What a word finds: reports that have it, or whose category is called so. */
export function whereTerm(reference: Reference, term: SearchTerm): Condition {
  const categoryIds = [...reference.categories.values()]
    .filter(({ name, main }) => isCalled(name, term.typed) || isCalled(main.name, term.typed))
    .map(({ id }) => id)
  const inText = sql<boolean>`s.search @@ ${toIndexQuery(term)}::tsquery`
  const byCategory = sql<boolean>`s.category_id = any(${categoryIds}::integer[])`
  return either([inText, byCategory])
}

function isCalled(name: string, typed: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word === typed || (typed.length >= 4 && word.startsWith(typed)))
}

/** Reports that are named rather than described: by number, and for those who may know by whose they are. */
export function listExactConditions(context: Context, actor: Actor, question: string): Condition[] {
  const asked = question.trim()
  const conditions: Condition[] = []
  const number = findNumber(asked, context.settings.idPrefix)
  if (number !== undefined) conditions.push(sql<boolean>`s.id = ${number}`)
  if (!hasPermission(actor, 'sia_can_view_contact_details')) return conditions
  if (isEmailAddress(asked)) conditions.push(sql<boolean>`lower(s.reporter_email) = lower(${asked})`)
  const phone = findPhone(asked)
  if (phone !== undefined) conditions.push(wherePhone(phone))
  return conditions
}

const LARGEST_ID = 2_147_483_647

/** `123` or `SIG-123`, also in small letters and without the hyphen. */
export function findNumber(asked: string, prefix: string): number | undefined {
  const plain = prefix.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const [, letters = '', digits] = /^#?([a-z]*)[\s-]*(\d{1,10})$/i.exec(asked) ?? []
  if (digits === undefined || (letters !== '' && letters.toLowerCase() !== plain)) return undefined
  const number = Number(digits)
  return number > 0 && number <= LARGEST_ID ? number : undefined
}

/** The last nine digits of a telephone number, which stay the same with and without the code of the country. */
export function findPhone(asked: string): string | undefined {
  if (!/^[+()\d\s.-]+$/.test(asked)) return undefined
  const digits = asked.replaceAll(/\D/g, '')
  return digits.length >= 9 && digits.length <= 15 ? digits.slice(-9) : undefined
}

function wherePhone(digits: string): Condition {
  return sql<boolean>`right(regexp_replace(s.reporter_phone, '\\D', '', 'g'), 9) = ${digits}`
}
