import { invalid, type UploadedFile } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { readForm } from './read-form.ts'

/** The file that was sent as `file`; whatever comes with it is passed over. */
export async function readUpload(request: FastifyRequest): Promise<UploadedFile> {
  const file = request.isMultipart() ? await findFile(request) : undefined
  if (!file) throw invalid({ file: ['Er is geen bestand opgestuurd.'] })
  return file
}

function findFile(request: FastifyRequest): Promise<UploadedFile | undefined> {
  return readForm(request, async (parts) => {
    let found: UploadedFile | undefined
    for await (const part of parts) {
      if (part.type !== 'file') continue
      if (part.fieldname === 'file' && !found && part.filename) {
        found = { name: part.filename, bytes: await part.toBuffer() }
      } else part.file.resume()
    }
    return found
  })
}
