import { randomBytes } from 'node:crypto'
import { findAnswerFault } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { InspectedFile, UploadedFile } from '../ports.ts'
import { invalid } from '../problem.ts'
import { saveAnswers } from './answer-session.ts'
import { changeOpenSession, getOpenSession } from './open-session.ts'
import type { AskedQuestion } from './question-graph.ts'
import type { SessionView } from './session-view.ts'

export interface SessionAttachment {
  readonly questionUuid: string | undefined
  readonly files: readonly UploadedFile[]
}

/** What is kept as the answer to a question for photos. */
export interface StoredUpload {
  readonly original_filename: string
  readonly file_path: string
  readonly thumbnail_path: string | null
  readonly mimetype: string
  readonly size: number
}

/** Stores photos as the answer to a question of the session. */
export async function attachToSession(
  context: Context,
  uuid: string,
  attachment: SessionAttachment,
): Promise<SessionView> {
  const question = findQuestion(await getOpenSession(context, uuid), attachment)
  const inspected = await inspectAll(context, attachment.files)
  const uploads = await storeAll(context, uuid, inspected)
  try {
    await changeOpenSession(context, uuid, async (inside, session) => {
      const payload = question.answers === null ? uploads[0] : uploads
      const fault = findAnswerFault(question, payload)
      if (fault !== undefined) throw invalid([fault])
      await saveAnswers(inside, session.id, [{ questionId: question.id, payload }])
    })
  } catch (error) {
    await removeAll(context, uploads)
    throw error
  }
  return getOpenSession(context, uuid)
}

function findQuestion(session: SessionView, { questionUuid, files }: SessionAttachment): AskedQuestion {
  if (questionUuid === undefined) throw invalid({ question_uuid: ['Dit veld is vereist.'] })
  const question = session.graph.questions.find(({ uuid }) => uuid === questionUuid.toLowerCase())
  if (!question) throw invalid({ question_uuid: ['Question does not exist'] })
  if (question.fieldType !== 'image')
    throw invalid({ question: ['This question is not an attachment question'] })
  if (files.length === 0) throw invalid({ file: ['No File uploaded.'] })
  if (files.length > 1 && question.answers === null) {
    throw invalid({
      file: ['Multiple uploaded files not allowed because multiple_answers_allowed is False.'],
    })
  }
  return question
}

interface CheckedUpload {
  readonly name: string
  readonly file: InspectedFile
}

async function inspectAll(context: Context, files: readonly UploadedFile[]): Promise<CheckedUpload[]> {
  const checked: CheckedUpload[] = []
  for (const upload of files) {
    const file = await context.fileInspector.inspect(upload, 'public')
    if ('refused' in file) throw invalid({ file: file.refused })
    checked.push({ name: upload.name, file })
  }
  return checked
}

async function storeAll(
  context: Context,
  uuid: string,
  checked: readonly CheckedUpload[],
): Promise<StoredUpload[]> {
  const uploads: StoredUpload[] = []
  for (const { name, file } of checked) {
    const path = newPath(uuid, file.mimetype)
    await context.files.put(path, file.bytes, file.mimetype)
    if (file.thumbnail) await context.files.put(`${path}.thumbnail`, file.thumbnail, 'image/jpeg')
    uploads.push({
      original_filename: name,
      file_path: path,
      thumbnail_path: file.thumbnail ? `${path}.thumbnail` : null,
      mimetype: file.mimetype,
      size: file.bytes.length,
    })
  }
  return uploads
}

function newPath(uuid: string, mimetype: string): string {
  const id = uuid.toLowerCase()
  const name = `${randomBytes(16).toString('hex')}.${mimetype.replace(/^.*\//, '').replace('jpeg', 'jpg')}`
  return `attachments/questionnaires/sessions/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}/${name}`
}

async function removeAll(context: Context, uploads: readonly StoredUpload[]): Promise<void> {
  for (const { file_path, thumbnail_path } of uploads) {
    await context.files.delete(file_path)
    if (thumbnail_path !== null) await context.files.delete(thumbnail_path)
  }
}
