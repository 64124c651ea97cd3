import type { ModelInUse, ModelVersion, SuggestionReport } from '@signalen/services'
import { presentShortCategory } from './signal-parts.ts'
import { presentOptionalTime, presentTime } from './time.ts'

export function presentModelInUse(model: ModelInUse) {
  return { kind: model.kind, version: model.kind === 'own' ? model.version : null }
}

export function presentVersion(version: ModelVersion, timeZone: string) {
  const { comparison, learnt, corrected, heldBack } = version.figures
  return {
    id: version.id,
    trained_at: presentTime(version.trainedAt, timeZone),
    trained_by: version.trainedBy,
    bytes: version.bytes,
    is_active: version.isActive,
    is_usable: version.isUsable,
    activated_at: presentOptionalTime(version.activatedAt, timeZone),
    activated_by: version.activatedBy,
    learnt,
    corrected,
    judged: heldBack,
    outcome: comparison.reason,
    former: pickAccuracy(comparison.old),
    own: pickAccuracy(comparison.new),
    gained: comparison.gained,
    lost: comparison.lost,
  }
}

export function presentJudged(judged: NonNullable<SuggestionReport['judged']>) {
  const { evaluation, categories, confusions, thresholds } = judged
  return {
    reports: evaluation.n,
    ...pickAccuracy(evaluation),
    calibration_error: evaluation.calibrationError,
    categories: categories.map((row) => ({ ...row, category: presentShortCategory(row.category) })),
    confusions: confusions.map(({ expected, suggested, reports, isBetweenDepartments, cost }) => ({
      expected: presentShortCategory(expected),
      suggested: presentShortCategory(suggested),
      reports,
      between_departments: isBetweenDepartments,
      cost,
    })),
    thresholds: thresholds.map((row) => ({ ...row })),
  }
}

interface Accuracy {
  readonly top1: number
  readonly top3: number
}

function pickAccuracy({ main, sub }: { readonly main: Accuracy; readonly sub: Accuracy }) {
  return { main, sub }
}
