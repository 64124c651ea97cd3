import { isSameJson, judgeSetup, type SetupFacts, type SetupStep } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { TEST_PASSED } from './test-report.ts'

type Counts = Pick<
  SetupFacts,
  'areas' | 'departments' | 'categories' | 'irresponsible' | 'sources' | 'people' | 'isTested'
>

/** What of a new municipality is set up, and what is not yet. */
export async function getSetup(context: Context): Promise<SetupStep[]> {
  const { settings } = context
  return judgeSetup({
    ...(await count(context)),
    hasOwnName: settings.name !== DEFAULT_SETTINGS.name,
    hasContact: Boolean(settings.contact?.phone || settings.contact?.email || settings.contact?.website),
    hasOwnSender: settings.mailFrom !== DEFAULT_SETTINGS.mailFrom,
    hasOwnMap: !isSameJson(settings.boundingBox, DEFAULT_SETTINGS.boundingBox),
    hasOwnTheme: settings.theme !== null || settings.logo !== null,
  })
}

async function count({ db }: Context): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int from ${db.table('area')}) as areas,
      (select count(*)::int from ${db.table('department')}) as departments,
      (select count(*)::int from ${db.table('category')} where parent_id is not null and is_active) as categories,
      (select count(*)::int from ${db.table('category')} category where parent_id is not null and is_active
        and not exists (select 1 from ${db.table('category_department')} link
          where link.category_id = category.id and link.is_responsible)) as irresponsible,
      (select count(*)::int from ${db.table('source')} where is_active and is_public) as sources,
      (select count(*)::int from ${db.table('app_user')} where is_active) as people,
      exists (select 1 from ${db.table('audit_log')} where action = ${TEST_PASSED}) as "isTested"`.execute(
    db.kysely,
  )
  const [counts] = rows
  if (!counts) throw new Error('nothing was counted')
  return counts
}
