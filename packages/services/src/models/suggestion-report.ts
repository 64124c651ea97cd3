import { type Actor, judge } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { ModelJudgement } from '../ports.ts'
import type { ModelInUse } from '../prediction/get-suggestion.ts'
import { forbidden } from '../problem.ts'
import { findCategoryBySlugs } from '../signals/category-address.ts'
import { type CategoryReference, readReference } from '../signals/reference.ts'
import type { CorrectionsOfMonth } from './count-corrections.ts'
import type { StoredReport } from './make-suggestion-report.ts'
import { queueJudging } from './queue-judging.ts'

/** What is shown; the threshold of the municipality comes with it. */
const SHOWN = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
/** A report that goes to another department has to be handed over, which takes more than another category. */
const COST_BETWEEN_DEPARTMENTS = 3
const MOST_CONFUSIONS = 25

export interface CategoryFigures {
  readonly category: CategoryReference
  readonly reports: number
  readonly right: number
}

export interface CostlyConfusion {
  readonly expected: CategoryReference
  readonly suggested: CategoryReference
  readonly reports: number
  readonly isBetweenDepartments: boolean
  readonly cost: number
}

export interface JudgedModel {
  readonly evaluation: ModelJudgement['evaluation']
  /** Worst first. */
  readonly categories: readonly CategoryFigures[]
  /** Costliest first. */
  readonly confusions: readonly CostlyConfusion[]
  readonly thresholds: ModelJudgement['thresholds']
}

export interface SuggestionReport {
  readonly madeAt: Date
  /** What was judged, which may no longer be in use. */
  readonly model: ModelInUse
  /** On the newest handled reports that the model has not learnt from; null where a service outside is asked. */
  readonly judged: JudgedModel | null
  readonly corrections: readonly CorrectionsOfMonth[]
}

/** How good the suggestions were when that was last looked at; undefined before the first time. */
export async function findSuggestionReport(
  context: Context,
  actor: Actor,
): Promise<SuggestionReport | undefined> {
  if (!judge(actor, 'suggestion.read').allowed) throw forbidden()
  const row = await context.db.kysely.selectFrom('suggestion_report').selectAll().executeTakeFirst()
  if (!row) return undefined
  const { judgement, corrections } = row.report as StoredReport
  return {
    madeAt: row.made_at,
    model: readModel(row),
    judged: judgement && (await nameCategories(context, judgement)),
    corrections,
  }
}

/** Has a new one made, soon. */
export async function requestSuggestionReport(context: Context, actor: Actor): Promise<void> {
  if (!judge(actor, 'suggestionReport.request').allowed) throw forbidden()
  await context.db.transaction((trx) => queueJudging({ ...context, db: trx }, actor.userId))
}

function readModel(row: { model_kind: string; model_version: number | null }): ModelInUse {
  if (row.model_kind === 'own') return { kind: 'own', version: row.model_version ?? 0 }
  return { kind: row.model_kind === 'outside' ? 'outside' : 'shipped' }
}

async function nameCategories(context: Context, judgement: ModelJudgement): Promise<JudgedModel> {
  const reference = await readReference(context.db)
  const shown = [...SHOWN, context.settings.predictionThreshold]
  const find = (category: string) => {
    const [main = '', sub = ''] = category.split('/')
    return findCategoryBySlugs(reference, main, sub)
  }
  return {
    evaluation: judgement.evaluation,
    thresholds: judgement.thresholds.filter(({ threshold }) => shown.includes(threshold)),
    categories: judgement.categories.flatMap(({ category, reports, right }) => {
      const found = find(category)
      return found ? [{ category: found, reports, right }] : []
    }),
    confusions: judgement.confusions
      .flatMap((confusion) => {
        const [expected, suggested] = [find(confusion.expected), find(confusion.suggested)]
        return expected && suggested ? [weigh({ expected, suggested, reports: confusion.reports })] : []
      })
      .sort((one, other) => other.cost - one.cost || other.reports - one.reports)
      .slice(0, MOST_CONFUSIONS),
  }
}

function weigh(confusion: Omit<CostlyConfusion, 'isBetweenDepartments' | 'cost'>): CostlyConfusion {
  const { expected, suggested, reports } = confusion
  const isBetweenDepartments = expected.responsible !== suggested.responsible
  return {
    ...confusion,
    isBetweenDepartments,
    cost: reports * (isBetweenDepartments ? COST_BETWEEN_DEPARTMENTS : 1),
  }
}
