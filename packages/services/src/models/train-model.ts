import { type Comparison, FORMAT_VERSION } from '@signalen/classification'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { TrainedModel } from '../ports.ts'
import { switchOn } from './activate-model.ts'
import { listActiveSlugs } from './category-slugs.ts'
import { collectHandledReports } from './collect-handled-reports.ts'
import { forgetOldVersions, type ModelFigures } from './model-versions.ts'
import { findActiveVersion, findOwnModel } from './own-model.ts'

const NEWEST_REPORTS = 20_000
const OLDER_REPORTS = 40_000

export interface TrainingOutcome {
  readonly version: number
  readonly reports: number
  readonly corrected: number
  readonly comparison: Comparison
  /** Whether it was put in use at once, because it is better. */
  readonly isActive: boolean
}

/**
 * Learns a model from the texts that come with the product and from the municipality's own handled reports. It
 * is kept as a version, and put in use only when it does better on the newest reports than the one in use.
 * `by`: e-mail address of the one who asked for it; null for the clock.
 */
export async function trainModel(context: Context, by: string | null): Promise<TrainingOutcome> {
  const before = await findActiveVersion(context.db)
  const current = await findOwnModel(context.db)
  const reports = await collectHandledReports(context, { newest: NEWEST_REPORTS, older: OLDER_REPORTS })
  const trained = await context.modelTrainer.train({
    reports,
    categories: await listCategoryKnowledge(context),
    current: await current?.readBytes(),
    at: context.clock.now(),
  })
  const corrected = reports.filter((report) => report.corrected).length
  const kept = await context.db.transaction((trx) =>
    keep({ ...context, db: trx }, { trained, corrected, by, heldAgainst: before?.uuid }),
  )
  return { ...kept, reports: reports.length, corrected, comparison: trained.comparison }
}

async function listCategoryKnowledge(context: Context) {
  const tree = await getCategoryTree(context.db)
  return [...listActiveSlugs(tree)].flatMap(([id, category]) => {
    const found = tree.byId.get(id)
    return found ? [{ category, name: found.publicName ?? found.name, description: found.description }] : []
  })
}

interface Keeping {
  readonly trained: TrainedModel
  readonly corrected: number
  readonly by: string | null
  readonly heldAgainst: string | undefined
}

async function keep(
  context: Context,
  { trained, corrected, by, heldAgainst }: Keeping,
): Promise<{ version: number; isActive: boolean }> {
  const { bytes, comparison, learnt, heldBack, learntUntil } = trained
  const figures: ModelFigures = { comparison, learnt, corrected, heldBack }
  const { id } = await context.db.kysely
    .insertInto('classification_model')
    .values({
      uuid: context.random.uuid(),
      bytes: Buffer.from(bytes),
      format: FORMAT_VERSION,
      figures: JSON.stringify(figures),
      learnt_until: learntUntil,
      trained_at: context.clock.now(),
      trained_by: by,
      activated_at: null,
      activated_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // Somebody may have put another model in use meanwhile, against which this one was not held.
  const isActive = comparison.isBetter && (await findActiveVersion(context.db))?.uuid === heldAgainst
  if (isActive) await switchOn(context, id, by)
  await forgetOldVersions(context)
  return { version: id, isActive }
}
