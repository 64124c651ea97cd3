import { findAnswerFault } from '@signalen/domain'
import { type KeptFile, keepOrRemove, takeInFile } from '../attachments/store-file.ts'
import type { Context } from '../context.ts'
import type { UploadedFile } from '../ports.ts'
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
  const kept = await takeInAll(context, attachment.files)
  await keepOrRemove(context, kept, () =>
    changeOpenSession(context, uuid, async (inside, session) => {
      const uploads = kept.map(toAnswer)
      const payload = question.answers === null ? uploads[0] : uploads
      const fault = findAnswerFault(question, payload)
      if (fault !== undefined) throw invalid([fault])
      await saveAnswers(inside, session.id, [{ questionId: question.id, payload }])
    }),
  )
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

async function takeInAll(context: Context, files: readonly UploadedFile[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const file of files) {
    await keepOrRemove(context, kept, async () => kept.push(await takeInFile(context, file, 'public')))
  }
  return kept
}

function toAnswer(file: KeptFile): StoredUpload {
  return {
    original_filename: file.file_name,
    file_path: file.file_key,
    thumbnail_path: file.thumbnail_key,
    mimetype: file.mimetype,
    size: file.size,
  }
}
