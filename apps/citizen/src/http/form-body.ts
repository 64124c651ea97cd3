import type { Multipart } from '@fastify/multipart'
import type { FormFields } from '@signalen/ui'
import type { FastifyInstance, FastifyRequest } from 'fastify'

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
  /** It was larger than allowed; the bytes are only its beginning. */
  readonly isCut: boolean
}

export interface PostedForm {
  readonly fields: FormFields
  /** The button that was pressed, with what stands behind its colon. */
  readonly action: string
  readonly target: string
}

const LARGEST_FORM = 256 * 1024

export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    (_request, body, done) => done(null, readUrlEncoded(String(body))),
  )
}

function readUrlEncoded(body: string): FormFields {
  const fields = createFields()
  for (const [name, value] of new URLSearchParams(body)) fields.add(name, value)
  return fields.all()
}

/**
 * A form, with or without files. Files are given away one at a time, so that only one is in memory; the
 * button is known only after all of it is read.
 */
export async function readForm(
  request: FastifyRequest,
  takeFile?: (file: UploadedFile) => Promise<void>,
): Promise<PostedForm> {
  if (!request.isMultipart()) return remember(request, (request.body ?? {}) as FormFields)
  const fields = createFields()
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.add(part.fieldname, String(part.value ?? ''))
    else await readFile(part, takeFile)
  }
  return remember(request, fields.all())
}

const posted = new WeakMap<FastifyRequest, FormFields>()

function remember(request: FastifyRequest, fields: FormFields): PostedForm {
  posted.set(request, fields)
  return withAction(fields)
}

/** What a form brought, for when nothing else could be done with it. */
export function findPostedFields(request: FastifyRequest): FormFields | undefined {
  return posted.get(request)
}

async function readFile(
  part: Extract<Multipart, { type: 'file' }>,
  takeFile?: (file: UploadedFile) => Promise<void>,
): Promise<void> {
  const pieces: Uint8Array[] = []
  for await (const piece of part.file) if (takeFile) pieces.push(piece as Uint8Array)
  const bytes = Buffer.concat(pieces)
  const isEmptyField = part.filename === '' && bytes.length === 0
  if (!takeFile || isEmptyField) return
  await takeFile({ field: part.fieldname, name: part.filename, bytes, isCut: part.file.truncated })
}

function createFields() {
  const fields = new Map<string, string[]>()
  return {
    add(name: string, value: string) {
      const clean = value.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n')
      const known = fields.get(name)
      if (known) known.push(clean)
      else fields.set(name, [clean])
    },
    all: (): FormFields => Object.fromEntries(fields),
  }
}

function withAction(fields: FormFields): PostedForm {
  const [action = '', target = ''] = (fields._action?.at(-1) ?? '').split(/:(.*)/s)
  return { fields, action: action || 'next', target }
}
