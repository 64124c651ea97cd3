import { isReportLanguage } from '@signalen/ui'
import type { FastifyReply } from 'fastify'
import type { Draft } from '../drafts/draft.ts'
import { rememberDraft } from '../drafts/draft-cookie.ts'
import { createDraftId } from '../drafts/draft-repository.ts'
import type { PostedForm } from '../http/form-body.ts'
import { rememberLanguage } from '../http/language-cookie.ts'
import { goTo } from '../http/show.tsx'
import { findDraft, type Visit } from '../http/visit.ts'

export const STEP_PATHS = {
  describe: '/',
  place: '/melden/plaats',
  contact: '/melden/contact',
  review: '/melden/controle',
} as const

const STEPS = [STEP_PATHS.describe, STEP_PATHS.place, STEP_PATHS.contact, STEP_PATHS.review] as const

/** The first page, saying that what was filled in before is gone. */
export const EXPIRED_PATH = '/?verlopen'

export function sentPath(number: string): string {
  return `/melden/verzonden/${encodeURIComponent(number)}`
}

/** The draft of a later step, or where to go instead: back to what comes first, or on when it was sent. */
export async function findDraftForStep(
  visit: Visit,
  step: 2 | 3 | 4,
): Promise<{ readonly draft: Draft; readonly draftId: string } | { readonly goTo: string }> {
  const draft = await findDraft(visit)
  if (draft?.sent) return { goTo: sentPath(draft.sent.number) }
  if (!draft || !visit.draftId) return { goTo: STEP_PATHS.describe }
  if (draft.completed < step - 1) return { goTo: STEPS[draft.completed] ?? STEP_PATHS.describe }
  return { draft, draftId: visit.draftId }
}

/**
 * What someone sent while the draft was gone is kept in a new one, and the first page says what happened.
 * Undefined when there is a draft, or nothing was sent.
 */
export async function keepAfterExpiry(
  visit: Visit,
  keep: (draft: Draft) => Draft,
): Promise<FastifyReply | undefined> {
  if (await findDraft(visit)) return undefined
  await visit.kit.drafts.change(await beginDraft(visit), keep)
  return goTo(visit, EXPIRED_PATH)
}

/** The draft of this browser, begun when there is none or when the last one was sent. */
export async function beginDraft(visit: Visit): Promise<string> {
  const draft = await findDraft(visit)
  const id = visit.draftId && draft && !draft.sent ? visit.draftId : createDraftId()
  rememberDraft(visit.request, visit.reply, id)
  return id
}

/**
 * What every step can be left by besides going on: back, keeping what was typed, or in another language.
 * Undefined when it was another button.
 */
export function leaveStep(visit: Visit, form: PostedForm, step: 1 | 2 | 3 | 4) {
  const here = STEPS[step - 1] ?? STEP_PATHS.describe
  switch (form.action) {
    case 'back':
      return goTo(visit, STEPS[step - 2] ?? STEP_PATHS.describe)
    case 'save':
      return visit.reply.code(204).send()
    case 'language':
      if (isReportLanguage(form.target)) rememberLanguage(visit.request, visit.reply, form.target)
      return goTo(visit, here)
    default:
      return undefined
  }
}
