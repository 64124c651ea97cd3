import {
  attachment,
  attachmentPage,
  attachmentParams,
  attachmentTurn,
  attachmentUpdate,
  changedAttachment,
  pageQuery,
  signalParams,
} from '@signalen/contract'
import {
  addAttachment,
  coverAttachment,
  deleteAttachment,
  getAttachment,
  listAttachments,
  turnAttachment,
  updateAttachment,
} from '@signalen/services'
import { z } from 'zod'
import { readUpload } from '../../media/read-upload.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { mediaFor, presentAttachment } from '../../present/present-attachment.ts'
import type { Api, ApiOptions } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['attachments']
const one = '/v1/private/signals/:id/attachments/:attachmentId'

export function signalAttachmentRoutes(app: Api, options: ApiOptions): void {
  app.get(
    '/v1/private/signals/:id/attachments',
    {
      config: { operation: 'attachment.read' },
      schema: {
        tags,
        summary: 'Attachments of a report',
        params: signalParams,
        querystring: pageQuery,
        response: { 200: attachmentPage },
      },
    },
    async (request) => {
      const rows = await listAttachments(contextOf(request), actorOf(request), readId(request.params.id))
      const media = mediaFor(request, options)
      return halList(
        request,
        rows.map((row) => presentAttachment(row, media)),
      )
    },
  )

  app.post(
    '/v1/private/signals/:id/attachments',
    {
      config: { operation: 'attachment.add', form: { file: 'file' } },
      schema: {
        tags,
        summary: 'Add an attachment to a report',
        consumes: ['multipart/form-data'],
        params: signalParams,
        response: { 201: attachment },
      },
    },
    async (request, reply) => {
      const signalId = readId(request.params.id)
      const file = await readUpload(request)
      const row = await addAttachment(contextOf(request), actorOf(request), { signalId, file })
      return reply.code(201).send(presentAttachment(row, mediaFor(request, options)))
    },
  )

  app.get(
    one,
    {
      config: { operation: 'attachment.read' },
      schema: { tags, summary: 'One attachment', params: attachmentParams, response: { 200: attachment } },
    },
    async (request) => {
      const row = await getAttachment(contextOf(request), actorOf(request), placeOf(request.params))
      return presentAttachment(row, mediaFor(request, options))
    },
  )

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method,
      url: one,
      config: { operation: 'attachment.update' },
      schema: {
        tags,
        summary: 'Change caption and publicness of an attachment',
        params: attachmentParams,
        body: attachmentUpdate,
        response: { 200: changedAttachment },
      },
      handler: async (request) => {
        const change = { ...placeOf(request.params), ...request.body }
        const row = await updateAttachment(contextOf(request), actorOf(request), change)
        return { public: row.public, caption: row.caption }
      },
    })
  }

  app.post(
    `${one}/cover`,
    {
      config: { operation: 'attachment.cover', form: { file: 'file' } },
      schema: {
        tags,
        summary: 'Put a covered version of a photo in its place; the original is destroyed',
        consumes: ['multipart/form-data'],
        params: attachmentParams,
        response: { 200: attachment },
      },
    },
    async (request) => {
      const file = await readUpload(request)
      const row = await coverAttachment(contextOf(request), actorOf(request), {
        ...placeOf(request.params),
        file,
      })
      return presentAttachment(row, mediaFor(request, options))
    },
  )

  app.post(
    `${one}/turn`,
    {
      config: { operation: 'attachment.turn' },
      schema: {
        tags,
        summary: 'Turn a photo by quarters, clockwise',
        params: attachmentParams,
        body: attachmentTurn,
        response: { 200: attachment },
      },
    },
    async (request) => {
      const turned = { ...placeOf(request.params), quarters: request.body.quarters }
      const row = await turnAttachment(contextOf(request), actorOf(request), turned)
      return presentAttachment(row, mediaFor(request, options))
    },
  )

  app.delete(
    one,
    {
      config: { operation: 'attachment.delete' },
      schema: {
        tags,
        summary: 'Delete an attachment',
        params: attachmentParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteAttachment(contextOf(request), actorOf(request), placeOf(request.params))
      return reply.code(204).send(null)
    },
  )
}

function placeOf(params: { readonly id: string; readonly attachmentId: string }) {
  return { signalId: readId(params.id), attachmentId: readId(params.attachmentId, 'Attachment') }
}
