import { type Actor, judge } from '@signalen/domain'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { ModelJudgement } from '../ports.ts'
import { findModelInUse, type ModelInUse } from '../prediction/get-suggestion.ts'
import { forbidden } from '../problem.ts'
import { findCategoryBySlugs } from '../signals/category-address.ts'
import { type CategoryReference, readReference } from '../signals/reference.ts'
import { listActiveSlugs } from './category-slugs.ts'
import { collectHandledReports } from './collect-handled-reports.ts'
import { type CorrectionsOfMonth, countCorrections } from './count-corrections.ts'
import { findActiveVersion, findOwnModel } from './own-model.ts'

const MOST_JUDGED = 1000
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
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
  readonly model: ModelInUse
  /** On the newest handled reports that the model has not learnt from; null where a service outside is asked. */
  readonly judged: JudgedModel | null
  readonly corrections: readonly CorrectionsOfMonth[]
}

/** How good the suggestions are now, for the people who decide about them. */
export async function getSuggestionReport(context: Context, actor: Actor): Promise<SuggestionReport> {
  if (!judge(actor, 'suggestion.read').allowed) throw forbidden()
  const model = await findModelInUse(context)
  return {
    model,
    judged: model.kind === 'outside' ? null : await judgeModel(context),
    corrections: await countCorrections(context),
  }
}

async function judgeModel(context: Context): Promise<JudgedModel> {
  const active = await findActiveVersion(context.db)
  const reports = await collectHandledReports(context, {
    newest: MOST_JUDGED,
    madeAfter: active?.learntUntil ?? null,
  })
  const thresholds = [...new Set([...THRESHOLDS, context.settings.predictionThreshold])].sort()
  const own = await findOwnModel(context.db)
  const judgement = await context.modelTrainer.judge({
    model: await own?.readBytes(),
    categories: [...listActiveSlugs(await getCategoryTree(context.db)).values()],
    examples: reports.map(({ category, text }) => ({ category, text })),
    thresholds,
  })
  return nameCategories(context, judgement)
}

async function nameCategories(context: Context, judgement: ModelJudgement): Promise<JudgedModel> {
  const reference = await readReference(context.db)
  const find = (category: string) => {
    const [main = '', sub = ''] = category.split('/')
    return findCategoryBySlugs(reference, main, sub)
  }
  return {
    evaluation: judgement.evaluation,
    thresholds: judgement.thresholds,
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
