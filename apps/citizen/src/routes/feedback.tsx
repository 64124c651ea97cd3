import { cleanText, isLongerThan, TEXT_LIMITS } from '@signalen/domain'
import { type FieldError, type FormFields, findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { findFeedbackForm, listStandardAnswers, type StandardAnswer, sendFeedback } from '../api/feedback.ts'
import { readForm, type UploadedFile } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { collectPhotos, readPhotos, sendPhotos } from '../http/uploaded-photos.ts'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { textLangFor } from '../messages/messages.ts'
import { type FeedbackInput, FeedbackPage, OWN_ANSWER } from '../pages/FeedbackPage.tsx'
import { showClosedLink, showMessage } from './closed-link.tsx'

interface FeedbackParameters {
  readonly answer: string
  readonly token: string
}

const EMPTY: FeedbackInput = { chosen: [], own: '', extra: '', allowsContact: false }

/** What the reporter thinks of how the report was handled. */
export function feedbackRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: FeedbackParameters }>('/kto/:answer/:token', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { answer, token } = request.params
    if (answer !== 'ja' && answer !== 'nee') return reply.callNotFound()
    const form = await findFeedbackForm(visit.api, token)
    if (form.kind !== 'open') return showClosedLink(visit, visit.messages.feedback, form.kind)
    const answers = await listAnswers(visit, answer === 'ja')
    return showForm(visit, { answers, isSatisfied: answer === 'ja', input: EMPTY, errors: [] })
  })

  // The address in mails where feedback is a questionnaire, for a site of the municipality's own; here it is one form.
  app.get<{ Params: FeedbackParameters }>('/feedback/:answer/:token', async (request, reply) => {
    const { answer, token } = request.params
    return reply.redirect(`/kto/${encodeURIComponent(answer)}/${encodeURIComponent(token)}`)
  })

  app.post<{ Params: FeedbackParameters }>('/kto/:answer/:token', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { answer, token } = request.params
    if (answer !== 'ja' && answer !== 'nee') return reply.callNotFound()
    const { photos, take } = collectPhotos()
    const form = await readForm(request, take)
    const found = await findFeedbackForm(visit.api, token)
    if (found.kind !== 'open') return showClosedLink(visit, visit.messages.feedback, found.kind)
    return submit(visit, {
      isSatisfied: answer === 'ja',
      token,
      fields: form.fields,
      photos,
      signalId: found.signalId,
    })
  })
}

interface Submission {
  readonly isSatisfied: boolean
  readonly token: string
  readonly signalId: string
  readonly fields: FormFields
  readonly photos: readonly UploadedFile[]
}

async function submit(visit: Visit, { isSatisfied, token, signalId, fields, photos }: Submission) {
  const { messages } = visit
  const answers = await listAnswers(visit, isSatisfied)
  const input = readInput(fields)
  const texts = collectTexts(answers, input)
  const faults = findInputErrors(visit, answers, input, texts)
  const errors = faults.length > 0 ? faults : await addPhotos(visit, signalId, photos)
  if (errors.length > 0) return showForm(visit, { answers, isSatisfied, input, errors })
  const feedback = { isSatisfied, texts, extra: input.extra, allowsContact: input.allowsContact }
  const result = await sendFeedback(visit.api, token, feedback)
  if (result === 'failed') return showForm(visit, { answers, isSatisfied, input, errors: [], isFailed: true })
  if (result !== 'sent') return showClosedLink(visit, visit.messages.feedback, result)
  const text = isSatisfied ? messages.feedback.thanksYes : messages.feedback.thanksNo
  return showMessage(visit, messages.feedback.thanksTitle, text)
}

async function listAnswers(visit: Visit, isSatisfied: boolean): Promise<StandardAnswer[]> {
  const answers = await listStandardAnswers(visit.api)
  return answers.filter((answer) => answer.isSatisfied === isSatisfied)
}

function readInput(fields: FormFields): FeedbackInput {
  return {
    chosen: (fields._why ?? []).filter((text) => text !== ''),
    own: cleanText(findField(fields, '_own')),
    extra: cleanText(findField(fields, '_extra')),
    allowsContact: findField(fields, '_contact') !== '',
  }
}

/** The standard answers that were chosen, and the reporter's own words with them. */
function collectTexts(answers: readonly StandardAnswer[], { chosen, own }: FeedbackInput): string[] {
  const standard = answers.filter((answer) => chosen.includes(answer.text)).map((answer) => answer.text)
  return [...new Set([...standard, ...(own === '' ? [] : [own])])]
}

function findInputErrors(
  { messages }: Visit,
  answers: readonly StandardAnswer[],
  input: FeedbackInput,
  texts: readonly string[],
): FieldError[] {
  const text = messages.feedback
  const limit = TEXT_LIMITS.feedbackText
  const errors: FieldError[] = []
  const asksOwn = answers.some((answer) => answer.isOpen && input.chosen.includes(answer.text))
  if (texts.length === 0 && !input.chosen.includes(OWN_ANSWER)) {
    errors.push({ fieldId: 'waarom', message: text.whyMissing })
  } else if (input.own === '' && (asksOwn || input.chosen.includes(OWN_ANSWER))) {
    errors.push({ fieldId: 'eigen', message: text.ownMissing })
  }
  if (isLongerThan(input.own, limit)) errors.push({ fieldId: 'eigen', message: text.tooLong(limit) })
  if (isLongerThan(input.extra, limit)) errors.push({ fieldId: 'toelichting', message: text.tooLong(limit) })
  return errors
}

/** Before the answer itself: with the answer the form closes and no photo can follow. */
async function addPhotos(
  visit: Visit,
  signalId: string,
  uploads: readonly UploadedFile[],
): Promise<FieldError[]> {
  const { files, faults } = readPhotos(uploads, visit.messages)
  const unsent = faults.length > 0 ? [] : await sendPhotos(visit.api, signalId, files, visit.messages)
  return [...faults, ...unsent].map((message) => ({ fieldId: 'fotos', message }))
}

interface ShownForm {
  readonly answers: readonly StandardAnswer[]
  readonly isSatisfied: boolean
  readonly input: FeedbackInput
  readonly errors: readonly FieldError[]
  readonly isFailed?: boolean
}

function showForm(visit: Visit, form: ShownForm) {
  const { messages, request } = visit
  const isWrong = form.errors.length > 0
  const status = isWrong ? 422 : 200
  return showPage(visit, {
    title: form.isSatisfied ? messages.feedback.titleYes : messages.feedback.titleNo,
    status: form.isFailed ? 502 : status,
    hasErrors: isWrong,
    body: (
      <FeedbackPage
        {...form}
        action={request.url.split('?')[0] ?? ''}
        messages={messages}
        textLang={textLangFor(visit.language)}
      />
    ),
  })
}
