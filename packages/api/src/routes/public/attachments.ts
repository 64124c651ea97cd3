import { publicAttachment, publicSignalParams } from '@signalen/contract'
import { addPublicAttachment } from '@signalen/services'
import { readUpload } from '../../media/read-upload.ts'
import { contextOf } from '../../plugins/access.ts'
import { mediaFor, presentPublicAttachment } from '../../present/present-attachment.ts'
import type { Api, ApiOptions } from '../../types.ts'

export function publicAttachmentRoutes(app: Api, options: ApiOptions): void {
  app.post(
    '/v1/public/signals/:uuid/attachments',
    {
      config: { operation: 'public.attachment.add', throttle: 'uploads', form: { file: 'file' } },
      schema: {
        tags: ['public signals'],
        summary: 'Add a photo to a report',
        consumes: ['multipart/form-data'],
        params: publicSignalParams,
        response: { 201: publicAttachment },
      },
    },
    async (request, reply) => {
      const { uuid } = request.params
      const file = await readUpload(request)
      const row = await addPublicAttachment(contextOf(request), uuid, file)
      return reply.code(201).send(presentPublicAttachment(row, uuid, mediaFor(request, options)))
    },
  )
}
