import { cleanText, isLongerThan, TEXT_LIMITS } from '@signalen/domain'
import { type FieldError, findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { FALLBACK_CATEGORY, findSubcategory } from '../api/categories.ts'
import { suggestCategory } from '../api/suggestion.ts'
import { askDanger } from '../api/urgency.ts'
import { createDraft, type Draft, type DraftCategory } from '../drafts/draft.ts'
import { forgetDraft } from '../drafts/draft-cookie.ts'
import { dropPhoto, keepPhoto, type RefusedPhoto } from '../drafts/draft-photos.ts'
import { type PostedForm, readForm } from '../http/form-body.ts'
import { goTo, showPage } from '../http/show.tsx'
import { findDraft, type Kit, listCategories, openVisit, type Visit } from '../http/visit.ts'
import { DescribePage } from '../pages/DescribePage.tsx'
import { PHOTO_FIELD_ID } from '../pages/PhotoField.tsx'
import { beginDraft, leaveStep, STEP_PATHS } from './steps.ts'

/** Step 1. */
export function describeRoutes(app: FastifyInstance, kit: Kit): void {
  app.get('/', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    return show(visit, await findDraft(visit), [])
  })

  app.post('/', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    // What an old page still keeps in the background must not begin a new report.
    if (request.headers['x-autosave'] && (await findDraft(visit))?.sent) return reply.code(204).send()
    const draftId = await beginDraft(visit)
    const refused: RefusedPhoto[] = []
    const form = await readForm(request, async (file) => {
      const isWithin = await kit.uploads.take(request.ip, file.bytes.length)
      const refusal = isWithin
        ? await keepPhoto(kit.drafts, draftId, file)
        : ({ kind: 'tooMuch', name: file.name } as const)
      if (refusal) refused.push(refusal)
    })
    if (form.action === 'clear') return clear(visit, draftId)
    if (form.action === 'remove-photo') await dropPhoto(kit.drafts, draftId, form.target)
    const draft = await keepText(kit, draftId, form)
    const errors = [
      ...(form.action === 'next' ? findTextErrors(visit, draft) : []),
      ...findPhotoErrors(visit, refused),
    ]
    if (errors.length > 0) return show(visit, draft, errors)
    return leaveStep(visit, form, 1) ?? goOn(visit, draftId, form)
  })
}

async function show(visit: Visit, draft: Draft | undefined, errors: readonly FieldError[]) {
  const { messages, site } = visit
  const shown = draft && !draft.sent ? draft : createDraft('')
  const danger = await askDanger(visit.api, shown.text)
  return showPage(visit, {
    title: `${messages.steps.label(1, 4)} · ${messages.describe.title}`,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    hasStepForm: true,
    body: (
      <DescribePage
        draft={shown}
        messages={messages}
        contact={site.contact}
        danger={danger}
        errors={errors}
        isExpired={(visit.request.query as { verlopen?: string }).verlopen !== undefined}
      />
    ),
  })
}

async function clear(visit: Visit, draftId: string) {
  await visit.kit.drafts.discard(draftId)
  forgetDraft(visit.request, visit.reply)
  return goTo(visit, STEP_PATHS.describe)
}

function keepText(kit: Kit, draftId: string, form: PostedForm): Promise<Draft> {
  const text = cleanText(findField(form.fields, '_text'))
  return kit.drafts.change(draftId, (draft) => (form.fields._text ? { ...draft, text } : draft))
}

function findTextErrors({ messages }: Visit, draft: Draft): FieldError[] {
  const limit = TEXT_LIMITS.signalText
  if (draft.text === '') return [{ fieldId: 'text', message: messages.describe.textMissing }]
  if (!isLongerThan(draft.text, limit)) return []
  return [{ fieldId: 'text', message: messages.describe.textTooLong(limit) }]
}

function findPhotoErrors({ messages }: Visit, refused: readonly RefusedPhoto[]): FieldError[] {
  const texts = refused.map(({ kind, name }) =>
    kind === 'tooMany' || kind === 'tooMuch' ? messages.photos[kind] : messages.photos[kind](name),
  )
  return [...new Set(texts)].map((message) => ({ fieldId: PHOTO_FIELD_ID, message }))
}

async function goOn(visit: Visit, draftId: string, form: PostedForm) {
  if (form.action !== 'next') return goTo(visit, `${STEP_PATHS.describe}#foto-deel`)
  await chooseCategory(visit, draftId)
  return goTo(visit, STEP_PATHS.place)
}

/** What a person chose stays; anything else is looked at anew, as the text may have changed. */
export async function chooseCategory(visit: Visit, draftId: string): Promise<void> {
  const draft = await visit.kit.drafts.find(draftId)
  if (!draft) return
  const category = draft.category?.chosenBy === 'person' ? draft.category : await suggest(visit, draft.text)
  const isOther = category.main !== draft.category?.main || category.sub !== draft.category?.sub
  await visit.kit.drafts.change(draftId, (current) => ({
    ...current,
    category,
    // Another subject has other questions.
    completed: isOther ? 1 : (Math.max(1, current.completed) as Draft['completed']),
  }))
}

async function suggest(visit: Visit, text: string): Promise<DraftCategory> {
  const suggested = await suggestCategory(visit.api, text)
  const categories = await listCategories(visit).catch(() => [])
  const isKnown = findSubcategory(categories, suggested) !== undefined || categories.length === 0
  const category = isKnown ? suggested : FALLBACK_CATEGORY
  return { ...category, chosenBy: category.main === FALLBACK_CATEGORY.main ? 'nobody' : 'suggestion' }
}
