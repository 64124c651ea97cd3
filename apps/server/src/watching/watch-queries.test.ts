import { expect, it } from 'vitest'
import { summarise } from './watch-queries.ts'

it.each([
  ['select "id" from "municipality_default"."signal" where text = $1', 'select signal'],
  ['insert into "municipality_x"."reporter" ("email") values ($1)', 'insert reporter'],
  [{ text: 'update signalen_jobs.job set state = $1' }, 'update job'],
  ['begin', 'begin'],
  [undefined, 'query'],
])('%j is called %s', (query, name) => expect(summarise(query)).toBe(name))
