import { addDays, FORWARD_DAYS } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { MailSignal } from '../mail/mail-signal.ts'
import {
  createQuestionnaire,
  type Explanation,
  type ExplanationFile,
  type NewQuestion,
} from './create-questionnaire.ts'
import { createSession } from './create-session.ts'

const QUESTIONS: readonly NewQuestion[] = [
  {
    analysisKey: 'reaction',
    label: 'Kunt u omschrijven of en hoe de melding is opgepakt?\nU mag daarbij ook een foto sturen.',
    shortLabel: 'Reactie na afhandeling',
    fieldType: 'plain_text',
    required: true,
  },
  {
    analysisKey: 'photo_reaction',
    label: 'Voeg een foto toe om de situatie te verduidelijken.',
    shortLabel: "Foto's toevoegen",
    fieldType: 'image',
    required: false,
    multipleAnswersAllowed: true,
  },
]

/** A form by which an outside party tells what became of a report. Answers the secret of its link. */
export async function forwardToExternal(
  context: Context,
  signal: MailSignal,
  number: string,
): Promise<string> {
  const questionnaireId = await createQuestionnaire(context, {
    name: 'Doorgezet naar externe partij',
    description: `Vragenlijst voor naar externe doorgezette melding ${number}.`,
    flow: 'FORWARD_TO_EXTERNAL',
    explanation: explain(signal, number, await listFiles(context, signal.id)),
    questions: QUESTIONS,
  })
  return createSession(context, {
    questionnaireId,
    signalId: signal.id,
    statusHistoryId: signal.status.id,
    locationHistoryId: signal.locationId,
    submitBefore: addDays(context.clock.now(), FORWARD_DAYS),
    durationSeconds: null,
  })
}

function explain(signal: MailSignal, number: string, files: readonly ExplanationFile[]): Explanation {
  const sections = [
    { header: 'De melding', text: `Nummer: ${number}\n`, files: [] },
    { header: 'Omschrijving', text: signal.status.text ?? '', files: [] },
  ]
  const photos = { header: "Foto's", text: null, files }
  return { title: 'Melding reactie', sections: files.length > 0 ? [...sections, photos] : sections }
}

async function listFiles(context: Context, signalId: number): Promise<ExplanationFile[]> {
  const rows = await context.db.kysely
    .selectFrom('attachment')
    .select(['id', 'file_name'])
    .where('signal_id', '=', signalId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, file_name }) => ({ description: file_name, attachmentId: id }))
}
