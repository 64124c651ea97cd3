import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import { readFields } from '../media/read-fields.ts'
import type { Api } from '../types.ts'

/** Somewhat above the largest file, so that the file check can answer with the sizes. */
export const MAXIMUM_UPLOAD_BYTES = 20 * 1024 * 1024
export const MAXIMUM_BODY_BYTES = 2 * 1024 * 1024

/** Every endpoint takes JSON, a form or multipart, as the released server does, and nothing else. */
export async function registerBodies(app: Api): Promise<void> {
  app.removeContentTypeParser('text/plain')
  registerJson(app)
  await app.register(formbody, { bodyLimit: MAXIMUM_BODY_BYTES })
  await app.register(multipart, {
    limits: { fileSize: MAXIMUM_UPLOAD_BYTES + 1024, files: 10, fields: 50, fieldSize: 100_000, parts: 60 },
    throwFileSizeLimit: false,
  })
  readMultipartBodies(app)
}

/** Where no file is asked for, a form in parts says the same as any other form. */
function readMultipartBodies(app: Api): void {
  app.addHook('preValidation', async (request) => {
    const { config, schema } = request.routeOptions
    if (!request.isMultipart() || config.form || !schema?.body) return
    request.body = await readFields(request)
  })
}

/** Clients say of a request without a body, too, that it is JSON. */
function registerJson(app: Api): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, String(body), done)
  })
}

/** For a part of the API that reads bodies itself, whatever they say they are. */
export function registerRawBody(app: Api): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}
