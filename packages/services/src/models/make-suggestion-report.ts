import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { ModelJudgement } from '../ports.ts'
import { findModelInUse } from '../prediction/get-suggestion.ts'
import { listActiveSlugs } from './category-slugs.ts'
import { collectHandledReports } from './collect-handled-reports.ts'
import { type CorrectionsOfMonth, countCorrections } from './count-corrections.ts'
import { findActiveVersion, findOwnModel } from './own-model.ts'

const MOST_JUDGED = 1000
/** Every hundredth, so that another threshold can be shown without judging anew. */
const THRESHOLDS = Array.from({ length: 101 }, (_, index) => index / 100)

export interface StoredReport {
  readonly judgement: ModelJudgement | null
  readonly corrections: readonly CorrectionsOfMonth[]
}

/** Looks how good the suggestions are and keeps that; answers on how many reports it was judged. */
export async function makeSuggestionReport(context: Context): Promise<number> {
  const model = await findModelInUse(context)
  const report: StoredReport = {
    judgement: model.kind === 'outside' ? null : await judgeModel(context),
    corrections: await countCorrections(context),
  }
  const row = {
    made_at: context.clock.now(),
    model_kind: model.kind,
    model_version: model.kind === 'own' ? model.version : null,
    report: JSON.stringify(report),
  }
  await context.db.kysely
    .insertInto('suggestion_report')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  return report.judgement?.evaluation.n ?? 0
}

async function judgeModel(context: Context): Promise<ModelJudgement> {
  const active = await findActiveVersion(context.db)
  const reports = await collectHandledReports(context, {
    newest: MOST_JUDGED,
    madeAfter: active?.learntUntil ?? null,
  })
  const own = await findOwnModel(context.db)
  return context.modelTrainer.judge({
    model: await own?.readBytes(),
    categories: [...listActiveSlugs(await getCategoryTree(context.db)).values()],
    examples: reports.map(({ category, text }) => ({ category, text })),
    thresholds: [...new Set([...THRESHOLDS, context.settings.predictionThreshold])].sort(),
  })
}
