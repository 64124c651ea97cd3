import { cleanText, isEmailAddress, TEXT_LIMITS } from '@signalen/domain'
import { type FieldError, type FormFields, findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { createDraft, type Draft, type DraftContact } from '../drafts/draft.ts'
import { readForm } from '../http/form-body.ts'
import { goTo, showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { ContactPage } from '../pages/ContactPage.tsx'
import { findPersonalData } from '../rules/personal-data.ts'
import { findNearbyReports } from './nearby-reports.ts'
import { sendDraft } from './send-draft.ts'
import { findDraftForStep, keepAfterExpiry, leaveStep, STEP_PATHS, sentPath } from './steps.ts'

/** Step 3. */
export function contactRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(STEP_PATHS.contact, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const found = await findDraftForStep(visit, 3)
    return 'goTo' in found ? goTo(visit, found.goTo) : show(visit, found.draft, [])
  })

  app.post(STEP_PATHS.contact, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const form = await readForm(request)
    const found = await findDraftForStep(visit, 3)
    const contact = readContact(form.fields)
    if ('goTo' in found)
      return (await keepAfterExpiry(visit, (draft) => ({ ...draft, contact }))) ?? goTo(visit, found.goTo)
    const draft = await kit.drafts.change(found.draftId, (current) => ({ ...current, contact }))
    const left = leaveStep(visit, form, 3)
    if (left) return left
    if (form.action === 'skip') return sendWithoutContact(visit, found.draftId)
    const errors = findContactErrors(visit, contact)
    if (errors.length > 0) return show(visit, draft, errors)
    await kit.drafts.change(found.draftId, (current) => ({ ...current, completed: 3 }))
    return goTo(visit, STEP_PATHS.review)
  })
}

/** Sends at once; where something is to be read first, or it fails, the last step says so. */
async function sendWithoutContact(visit: Visit, draftId: string) {
  const draft = await visit.kit.drafts.change(draftId, (current) => ({
    ...current,
    contact: createDraft('').contact,
    completed: 3,
  }))
  const nearby = await findNearbyReports(visit, draft)
  const isClear = nearby.length === 0 && findPersonalData(draft.text).length === 0
  if (!isClear) return goTo(visit, STEP_PATHS.review)
  const outcome = await sendDraft(visit, draftId)
  return goTo(visit, outcome.kind === 'sent' ? sentPath(outcome.number) : `${STEP_PATHS.review}?mislukt`)
}

export function readContact(fields: FormFields): DraftContact {
  return {
    email: cleanText(findField(fields, '_email')).slice(0, 300),
    phone: cleanText(findField(fields, '_phone')).slice(0, 50),
    sharingAllowed: findField(fields, '_sharing') !== '',
  }
}

function findContactErrors({ messages }: Visit, { email, phone }: DraftContact): FieldError[] {
  const errors: FieldError[] = []
  if (email !== '' && !isEmailAddress(email))
    errors.push({ fieldId: 'email', message: messages.contact.emailWrong })
  if (phone !== '' && !isPhoneNumber(phone))
    errors.push({ fieldId: 'telefoon', message: messages.contact.phoneWrong })
  return errors
}

/** As wide as the API: what people write in a phone number, with enough digits to be one. */
function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return text.length <= TEXT_LIMITS.phone && /^[\d ()+-]+$/.test(text) && digits >= 8
}

function show(visit: Visit, draft: Draft, errors: readonly FieldError[]) {
  const { messages } = visit
  return showPage(visit, {
    title: `${messages.steps.label(3, 4)} · ${messages.contact.title}`,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    hasStepForm: true,
    body: <ContactPage contact={draft.contact} messages={messages} errors={errors} />,
  })
}
