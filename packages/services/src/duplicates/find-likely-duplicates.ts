import { scoreDuplicate, textLikeness } from '@signalen/classification'
import type { Context } from '../context.ts'
import { type CategoryReference, getCategory, type Reference, readReference } from '../signals/reference.ts'
import { type Candidate, findCandidates, type ReportedThing } from './find-candidates.ts'

/** What two texts are about stands in their beginning, and comparing takes time. */
const COMPARED_LENGTH = 600
const MOST_FOUND = 10

export interface LikelyDuplicate {
  readonly id: number
  readonly text: string
  readonly state: string
  readonly createdAt: Date
  readonly category: CategoryReference
  readonly distanceMetres: number
  /** 0 to 1. */
  readonly score: number
  readonly reason: { readonly nl: string; readonly en: string }
}

/** Open reports that are probably about the same thing, likeliest first, each with the reason why. */
export async function findLikelyDuplicates(
  context: Context,
  thing: ReportedThing,
): Promise<LikelyDuplicate[]> {
  const candidates = await findCandidates(context, thing)
  if (candidates.length === 0) return []
  const reference = await readReference(context.db)
  return candidates
    .map((candidate) => judgeCandidate(candidate, thing, reference))
    .filter(({ isLikely }) => isLikely)
    .map(({ duplicate }) => duplicate)
    .sort((one, other) => other.score - one.score || other.id - one.id)
    .slice(0, MOST_FOUND)
}

function judgeCandidate(candidate: Candidate, thing: ReportedThing, reference: Reference) {
  const { score, isLikely, reason } = scoreDuplicate({
    distanceMetres: candidate.distance,
    hoursApart: (thing.at.getTime() - candidate.created_at.getTime()) / 3_600_000,
    sameCategory: candidate.category_id === thing.categoryId,
    likeness: textLikeness(thing.text.slice(0, COMPARED_LENGTH), candidate.text.slice(0, COMPARED_LENGTH)),
  })
  const duplicate: LikelyDuplicate = {
    id: candidate.id,
    text: candidate.text,
    state: candidate.status_state,
    createdAt: candidate.created_at,
    category: getCategory(reference, candidate.category_id),
    distanceMetres: candidate.distance,
    score,
    reason,
  }
  return { duplicate, isLikely }
}
