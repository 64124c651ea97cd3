import type { SectionName } from '../configuration.ts'
import type { ImportPlan, RowChange } from '../plan-import.ts'
import { SECTION_NAMES } from '../sections.ts'
import { applyDepartments, applyRoles, applyUsers } from './apply-accounts.ts'
import { applyCategories } from './apply-categories.ts'
import { applyAreas, applyAreaTypes, applySources } from './apply-places.ts'
import { applyExpressions, applyExpressionTypes, applyRoutingExpressions } from './apply-routing.ts'
import type { ApplyRun } from './apply-run.ts'
import { applySettings } from './apply-settings.ts'
import {
  applyEmailTemplates,
  applyStandardAnswers,
  applyStandardAnswerTopics,
  applyStatusMessages,
  applyStatusMessageTemplates,
} from './apply-texts.ts'

type Apply<Name extends SectionName> = (run: ApplyRun, changes: readonly RowChange<Name>[]) => Promise<void>

const APPLIERS: { readonly [Name in SectionName]: Apply<Name> } = {
  roles: applyRoles,
  departments: applyDepartments,
  users: applyUsers,
  categories: applyCategories,
  sources: applySources,
  areaTypes: applyAreaTypes,
  areas: applyAreas,
  expressionTypes: applyExpressionTypes,
  expressions: applyExpressions,
  routingExpressions: applyRoutingExpressions,
  standardAnswerTopics: applyStandardAnswerTopics,
  standardAnswers: applyStandardAnswers,
  statusMessages: applyStatusMessages,
  statusMessageTemplates: applyStatusMessageTemplates,
  emailTemplates: applyEmailTemplates,
}

export async function applyPlan(run: ApplyRun, plan: ImportPlan): Promise<void> {
  await applySettings(run, plan.settings)
  for (const name of SECTION_NAMES) await applySection(run, name, plan)
}

async function applySection<Name extends SectionName>(
  run: ApplyRun,
  name: Name,
  plan: ImportPlan,
): Promise<void> {
  const changes: readonly RowChange<Name>[] = plan.rows[name]
  if (changes.length > 0) await (APPLIERS[name] as Apply<Name>)(run, changes)
}
