import { cleanText, isLongerThan, TEXT_LIMITS } from '@signalen/domain'
import { type FieldError, findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import {
  type AskedSession,
  answerSession,
  attachToSession,
  findSession,
  type SessionAnswer,
  submitSession,
} from '../api/questionnaires.ts'
import { readForm, type UploadedFile } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { collectPhotos, readPhotos, sendPhotos } from '../http/uploaded-photos.ts'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { textLangFor } from '../messages/messages.ts'
import { answerFieldId, PHOTO_ANSWER_ID, ReplyPage } from '../pages/ReplyPage.tsx'
import { showClosedLink, showMessage } from './closed-link.tsx'

interface SessionParameters {
  readonly uuid: string
}

/** A reporter's answer to a question, or an outside party's account of what it did. */
export function replyRoutes(app: FastifyInstance, kit: Kit): void {
  replyAt(app, kit, { path: '/incident/reactie', isExternal: false })
  replyAt(app, kit, { path: '/incident/extern', isExternal: true })
}

interface ReplyKind {
  readonly path: string
  readonly isExternal: boolean
}

function replyAt(app: FastifyInstance, kit: Kit, kind: ReplyKind): void {
  app.get<{ Params: SessionParameters }>(`${kind.path}/:uuid`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const found = await findSession(visit.api, request.params.uuid)
    if (found.kind !== 'open') return showClosedLink(visit, visit.messages.reply, found.kind)
    return show(visit, { ...kind, session: found.session, answers: [], errors: [] })
  })

  app.post<{ Params: SessionParameters }>(`${kind.path}/:uuid`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { photos, take } = collectPhotos()
    const form = await readForm(request, take)
    const found = await findSession(visit.api, request.params.uuid)
    if (found.kind !== 'open') return showClosedLink(visit, visit.messages.reply, found.kind)
    const { session } = found
    const answers = session.questions
      .filter((question) => question.kind === 'text')
      .map(({ uuid }) => ({ uuid, text: cleanText(findField(form.fields, uuid)) }))
    return submit(visit, { ...kind, uuid: request.params.uuid, session, answers, photos })
  })
}

interface Reply extends ReplyKind {
  readonly uuid: string
  readonly session: AskedSession
  readonly answers: readonly SessionAnswer[]
  readonly photos: readonly UploadedFile[]
}

async function submit(visit: Visit, reply: Reply) {
  const { messages } = visit
  const { files, faults } = readPhotos(reply.photos, messages)
  const photoErrors = faults.map((message) => ({ fieldId: PHOTO_ANSWER_ID, message }))
  const errors = [...findErrors(visit, reply), ...photoErrors]
  if (errors.length > 0) return show(visit, { ...reply, errors })
  // Photos first: once the answer is in, no more can follow.
  const unsent = await addPhotos(visit, reply, files)
  const given = reply.answers.filter(({ text }) => text !== '')
  const isSent =
    (await answerSession(visit.api, reply.uuid, given)) && (await submitSession(visit.api, reply.uuid))
  if (!isSent) return show(visit, { ...reply, errors: [], isFailed: true })
  const text = messages.reply
  return showMessage(visit, text.thanksTitle, unsent ? text.photosFailed : text.thanks)
}

/** True when one or more did not arrive. */
async function addPhotos(visit: Visit, { session, uuid }: Reply, files: readonly File[]): Promise<boolean> {
  if (files.length === 0) return false
  const question = session.questions.find(({ kind }) => kind === 'photos')
  if (question) return !(await attachToSession(visit.api, uuid, question.uuid, files))
  return (await sendPhotos(visit.api, session.signalId, files, visit.messages)).length > 0
}

function findErrors({ messages }: Visit, { session, answers }: Reply): FieldError[] {
  const limit = TEXT_LIMITS.reactionRequestText
  return answers.flatMap(({ uuid, text }) => {
    const question = session.questions.find((candidate) => candidate.uuid === uuid)
    const fieldId = answerFieldId(uuid)
    if (text === '' && question?.required) return [{ fieldId, message: messages.reply.answerMissing }]
    return isLongerThan(text, limit) ? [{ fieldId, message: messages.reply.answerTooLong(limit) }] : []
  })
}

interface ShownReply extends ReplyKind {
  readonly session: AskedSession
  readonly answers: readonly SessionAnswer[]
  readonly errors: readonly FieldError[]
  readonly isFailed?: boolean
}

function show(visit: Visit, reply: ShownReply) {
  const { messages, request } = visit
  const isWrong = reply.errors.length > 0
  const status = isWrong ? 422 : 200
  return showPage(visit, {
    title: reply.isExternal ? messages.external.title : messages.reply.title,
    status: reply.isFailed ? 502 : status,
    hasErrors: isWrong,
    body: (
      <ReplyPage
        {...reply}
        action={request.url.split('?')[0] ?? ''}
        messages={messages}
        textLang={textLangFor(visit.language)}
      />
    ),
  })
}
