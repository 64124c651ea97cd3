import {
  documentedAs,
  pathId,
  qaAnswer,
  qaAnswerRequest,
  qaAnswersRequest,
  qaQuestion,
  qaQuestionnaire,
  qaSession,
  UUID,
} from '@signalen/contract'
import {
  answerQuestion,
  answerSession,
  attachToSession,
  getOpenSession,
  getQuestion,
  getQuestionnaire,
  getSessionFile,
  startSession,
  submitSession,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { readUploads } from '../../media/read-uploads.ts'
import { sendFile } from '../../media/send-file.ts'
import { contextOf } from '../../plugins/access.ts'
import {
  type PresentingTo,
  presentAnswer,
  presentQuestion,
  presentQuestionnaire,
  presentSession,
} from '../../present/present-questionnaire.ts'
import type { Api } from '../../types.ts'

const TAGS = ['questionnaires']
const config = { operation: 'questionnaire.answer' } as const
/** A session is open for so long, and until it is sent. */
const sessionConfig = { ...config, errors: [410] } as const
const uuidParams = z.object({ uuid: documentedAs(z.string(), UUID) })
const referenceParams = z.object({ reference: z.string() })

/** What a reporter or an outside party is asked by a mailed link. */
export function questionnaireRoutes(app: Api): void {
  formRoutes(app)
  questionRoutes(app)
  sessionRoutes(app)
  sessionFileRoutes(app)
}

function formRoutes(app: Api): void {
  app.get(
    '/v1/public/qa/questionnaires/:uuid',
    {
      config,
      schema: {
        tags: TAGS,
        summary: 'A questionnaire',
        params: uuidParams,
        response: { 200: qaQuestionnaire },
      },
    },
    async (request) =>
      presentQuestionnaire(await getQuestionnaire(contextOf(request), request.params.uuid), towards(request)),
  )

  app.post(
    '/v1/public/qa/questionnaires/:uuid/session',
    {
      config: { ...sessionConfig, throttle: 'look-ups' },
      schema: {
        tags: TAGS,
        summary: 'Begin a questionnaire',
        params: uuidParams,
        response: { 201: qaSession },
      },
    },
    async (request, reply) => {
      const session = await startSession(contextOf(request), request.params.uuid)
      return reply.code(201).send(presentSession(session, towards(request)))
    },
  )
}

function questionRoutes(app: Api): void {
  app.get(
    '/v1/public/qa/questions/:reference',
    {
      config,
      schema: { tags: TAGS, summary: 'A question', params: referenceParams, response: { 200: qaQuestion } },
    },
    async (request) =>
      presentQuestion(await getQuestion(contextOf(request), request.params.reference), towards(request)),
  )

  app.post(
    '/v1/public/qa/questions/:reference/answer',
    {
      config: { ...config, throttle: 'look-ups' },
      schema: {
        tags: TAGS,
        summary: 'Answer one question',
        params: referenceParams,
        body: qaAnswerRequest,
        response: { 201: qaAnswer },
      },
    },
    async (request, reply) => {
      const { reference } = request.params
      const { payload = null, session, questionnaire } = request.body
      const answered = await answerQuestion(contextOf(request), reference, {
        payload,
        session,
        questionnaire,
      })
      return reply.code(201).send(presentAnswer(answered, towards(request), questionnaire ?? undefined))
    },
  )
}

function sessionRoutes(app: Api): void {
  app.get(
    '/v1/public/qa/sessions/:uuid',
    {
      config: sessionConfig,
      schema: {
        tags: TAGS,
        summary: 'A questionnaire under way',
        params: uuidParams,
        response: { 200: qaSession },
      },
    },
    async (request) => presentSession(await openSession(request, request.params.uuid), towards(request)),
  )

  app.post(
    '/v1/public/qa/sessions/:uuid/answers',
    {
      config: sessionConfig,
      // A link that leads nowhere is told of before any fault in the answers.
      preValidation: async (request) => {
        await openSession(request, (request.params as { uuid: string }).uuid)
      },
      schema: {
        tags: TAGS,
        summary: 'Answer questions',
        params: uuidParams,
        body: qaAnswersRequest,
        response: { 200: qaSession },
      },
    },
    async (request) => {
      const answers = request.body.map(({ question_uuid, payload = null }) => ({
        questionUuid: question_uuid,
        payload,
      }))
      const { session, faults } = await answerSession(contextOf(request), request.params.uuid, answers)
      return presentSession(session, towards(request), faults)
    },
  )

  app.post(
    '/v1/public/qa/sessions/:uuid/submit',
    {
      config: sessionConfig,
      schema: { tags: TAGS, summary: 'Send the answers', params: uuidParams, response: { 200: qaSession } },
    },
    async (request) =>
      presentSession(await submitSession(contextOf(request), request.params.uuid), towards(request)),
  )
}

function sessionFileRoutes(app: Api): void {
  app.post(
    '/v1/public/qa/sessions/:uuid/attachments',
    {
      config: { ...sessionConfig, throttle: 'uploads', form: { question_uuid: 'text', file: 'file' } },
      schema: {
        tags: TAGS,
        summary: 'Answer a question with photos',
        consumes: ['multipart/form-data'],
        params: uuidParams,
        response: { 201: qaSession },
      },
    },
    async (request, reply) => {
      await openSession(request, request.params.uuid)
      const { fields, files } = await readUploads(request, 'file')
      const attachment = { questionUuid: fields.question_uuid, files }
      const session = await attachToSession(contextOf(request), request.params.uuid, attachment)
      return reply.code(201).send(presentSession(session, towards(request)))
    },
  )

  app.get(
    '/v1/public/qa/sessions/:uuid/files/:attachmentId',
    {
      config: sessionConfig,
      schema: {
        tags: TAGS,
        summary: 'A photo that belongs to the questions',
        params: uuidParams.extend({ attachmentId: pathId }),
        produces: ['image/jpeg', 'image/png', 'image/gif', 'application/pdf'],
      },
    },
    async (request, reply) => {
      const { uuid, attachmentId } = request.params
      const file = await getSessionFile(contextOf(request), uuid, attachmentId)
      return sendFile(reply, file)
    },
  )
}

function openSession(request: FastifyRequest, uuid: string) {
  return getOpenSession(contextOf(request), uuid)
}

function towards(request: FastifyRequest): PresentingTo {
  return { base: baseUrl(request), timeZone: contextOf(request).settings.timeZone }
}
