import { invalid, type UploadedFile } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { MAXIMUM_UPLOAD_BYTES } from '../plugins/body.ts'
import { readForm } from './read-form.ts'

export interface Uploads {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
}

/** The fields of a form with files, and the files that came under one name; what came under others is passed over. */
export async function readUploads(request: FastifyRequest, fileField: string): Promise<Uploads> {
  if (!request.isMultipart()) return { fields: {}, files: [] }
  return readForm(request, async (parts) => {
    const fields: Record<string, string> = {}
    const files: UploadedFile[] = []
    for await (const part of parts) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value)
        continue
      }
      const bytes = await part.toBuffer()
      if (part.fieldname !== fileField) continue
      if (part.file.truncated) throw tooLarge(bytes.length)
      files.push({ name: part.filename, bytes })
    }
    return { fields, files }
  })
}

/** Reading stops a little above the limit, so that is the size that can be told. */
function tooLarge(size: number) {
  return invalid({ file: [`File size of ${size} is more than the allowed size ${MAXIMUM_UPLOAD_BYTES}!`] })
}
