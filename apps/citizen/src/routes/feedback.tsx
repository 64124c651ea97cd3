import { cleanText, isLongerThan, TEXT_LIMITS } from '@signalen/domain'
import { type FieldError, type FormFields, findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { findFeedbackForm, listStandardAnswers, type StandardAnswer, sendFeedback } from '../api/feedback.ts'
import { sendPhoto } from '../api/signals.ts'
import { readForm, type UploadedFile } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { type FeedbackInput, FeedbackPage, OWN_ANSWER } from '../pages/FeedbackPage.tsx'
import { MessagePage } from '../pages/MessagePage.tsx'
import { PHOTO_LIMITS } from '../rules/photo-limits.ts'
import { findPhotoType, nameOfPhoto } from '../rules/photo-type.ts'

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
    if (form.kind !== 'open') return showClosed(visit, form.kind)
    const answers = await listAnswers(visit, answer === 'ja')
    return showForm(visit, { answers, isSatisfied: answer === 'ja', input: EMPTY, errors: [] })
  })

  app.post<{ Params: FeedbackParameters }>('/kto/:answer/:token', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { answer, token } = request.params
    if (answer !== 'ja' && answer !== 'nee') return reply.callNotFound()
    const photos: UploadedFile[] = []
    const form = await readForm(request, async (file) => {
      if (photos.length < PHOTO_LIMITS.feedbackCount) photos.push(file)
    })
    const found = await findFeedbackForm(visit.api, token)
    if (found.kind !== 'open') return showClosed(visit, found.kind)
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
  const errors = [
    ...findInputErrors(visit, answers, input, texts),
    ...(await sendPhotos(visit, signalId, photos)),
  ]
  if (errors.length > 0) return showForm(visit, { answers, isSatisfied, input, errors })
  const feedback = { isSatisfied, texts, extra: input.extra, allowsContact: input.allowsContact }
  const result = await sendFeedback(visit.api, token, feedback)
  if (result === 'failed') return showForm(visit, { answers, isSatisfied, input, errors: [], isFailed: true })
  if (result !== 'sent') return showClosed(visit, result)
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
async function sendPhotos(
  visit: Visit,
  signalId: string,
  photos: readonly UploadedFile[],
): Promise<FieldError[]> {
  const { messages } = visit
  const errors: FieldError[] = []
  for (const photo of photos) {
    const type = findPhotoType(photo.bytes)
    const name = photo.name.slice(0, 60)
    const file = new File([new Uint8Array(photo.bytes)], nameOfPhoto(name, type ?? ''), { type: type ?? '' })
    const failure = type && !photo.isCut ? await sendPhoto(visit.api, signalId, file) : undefined
    if (photo.isCut || failure === 'size')
      errors.push({ fieldId: 'fotos', message: messages.photos.tooBig(name) })
    else if (!type || failure === 'type')
      errors.push({ fieldId: 'fotos', message: messages.photos.wrongType(name) })
    else if (failure) errors.push({ fieldId: 'fotos', message: messages.photos.uploadFailed })
  }
  return errors
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
    body: <FeedbackPage {...form} action={request.url.split('?')[0] ?? ''} messages={messages} />,
  })
}

const CLOSED_STATUS = { used: 410, late: 410, unknown: 404, failed: 502 } as const

function showClosed(visit: Visit, kind: keyof typeof CLOSED_STATUS) {
  const text = visit.messages.feedback
  return showMessage(visit, text[`${kind}Title`], text[kind], CLOSED_STATUS[kind])
}

function showMessage(visit: Visit, title: string, text: string, status = 200) {
  const body = <MessagePage title={title} text={text} messages={visit.messages} />
  return showPage(visit, { title, status, body })
}
