import type { QaAnswer, QaQuestion, QaQuestionnaire, QaSession } from '@signalen/contract'
import { DISTRICTS, formatAddressText } from '@signalen/domain'
import type {
  AnsweredQuestion,
  AskedQuestion,
  Explanation,
  NextRule,
  QuestionnaireView,
  SessionView,
  SnapshotLocation,
} from '@signalen/services'
import { curies, link } from '../links.ts'
import { presentOptionalTime, presentTime } from './time.ts'

const QA = '/signals/v1/public/qa'

export interface PresentingTo {
  /** The address of this server as the caller sees it. */
  readonly base: string
  readonly timeZone: string
}

export function presentQuestion(
  question: AskedQuestion,
  { base }: PresentingTo,
  rules: readonly NextRule[] | null = null,
): QaQuestion {
  const own = `${QA}/questions/${question.uuid}`
  return {
    _links: {
      curies: curies(base),
      // As recorded: clients use the link by UUID, and this one only where there is a key.
      self: link(base, `${QA}/questions/${question.retrievalKey ?? 'None'}`),
      'sia:uuid-self': link(base, own),
      'sia:post-answer': link(base, `${own}/answer`),
    },
    _display: `${question.retrievalKey ?? question.uuid} (${question.fieldType})`,
    key: question.retrievalKey,
    retrieval_key: question.retrievalKey,
    analysis_key: question.analysisKey,
    uuid: question.uuid,
    label: question.label,
    short_label: question.shortLabel,
    field_type: question.fieldType,
    next_rules: rules === null ? null : [...rules],
    required: question.required,
  }
}

export function presentSession(
  session: SessionView,
  to: PresentingTo,
  faults: Readonly<Record<string, string>> = {},
): QaSession {
  return {
    _links: presentSessionLinks(session, to.base),
    _display: `Session object (${session.id})`,
    uuid: session.uuid,
    started_at: presentOptionalTime(session.startedAt, to.timeZone),
    submit_before: presentOptionalTime(session.submitBefore, to.timeZone),
    duration: presentDuration(session.durationSeconds),
    created_at: presentTime(session.createdAt, to.timeZone),
    questionnaire_explanation: presentExplanation(
      session.explanation,
      `${to.base}${QA}/sessions/${session.uuid}/files`,
    ),
    signal_snapshot: presentSnapshot(session),
    can_freeze: session.path.canFreeze,
    path_questions: session.path.questions.flatMap(({ id }) => {
      const question = session.graph.questions.find((candidate) => candidate.id === id)
      return question ? [presentQuestion(question, to)] : []
    }),
    path_answered_question_uuids: [...session.path.answeredUuids],
    path_unanswered_question_uuids: [...session.path.unansweredUuids],
    path_validation_errors_by_uuid: { ...faults },
  }
}

function presentSessionLinks(session: SessionView, base: string): QaSession['_links'] {
  const own = `${QA}/sessions/${session.uuid}`
  return {
    curies: curies(base),
    self: link(base, own),
    'sia:questionnaire': link(base, `${QA}/questionnaires/${session.questionnaire.uuid}`),
    'sia:post-answers': link(base, `${own}/answers`),
    'sia:post-attachments': link(base, `${own}/attachments`),
    'sia:post-submit': link(base, `${own}/submit`),
    ...(session.signal
      ? { 'sia:public-signal': link(base, `/signals/v1/public/signals/${session.signal.uuid}`) }
      : {}),
  }
}

/** `02:00:00` */
function presentDuration(seconds: number | null): string | null {
  if (seconds === null) return null
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function presentExplanation(
  explanation: Explanation | null,
  files: string,
): QaSession['questionnaire_explanation'] {
  return (
    explanation && {
      title: explanation.title,
      sections: explanation.sections.map((section) => ({
        header: section.header,
        text: section.text,
        files: section.files.map(({ description, attachmentId }) => ({
          description,
          file: `${files}/${attachmentId}`,
        })),
      })),
    }
  )
}

function presentSnapshot({ signal, location }: SessionView): QaSession['signal_snapshot'] {
  return signal && { signal_id: signal.uuid, id: signal.id, location: location && presentLocation(location) }
}

function presentLocation({ position, address, district, areaName }: SnapshotLocation) {
  return {
    geometrie: { type: 'Point' as const, coordinates: [...position] },
    address: address && { ...address },
    address_text: formatAddressText(address),
    stadsdeel: district && DISTRICTS[district],
    area_name: areaName,
  }
}

export function presentQuestionnaire(form: QuestionnaireView, to: PresentingTo): QaQuestionnaire {
  const own = `${QA}/questionnaires/${form.uuid}`
  return {
    _links: {
      curies: curies(to.base),
      self: link(to.base, own),
      'sia:create-session': link(to.base, `${own}/session`),
    },
    _display: `Questionnaire object (${form.id})`,
    uuid: form.uuid,
    name: form.name,
    description: form.description,
    is_active: form.isActive,
    first_question: form.firstQuestion && presentQuestion(form.firstQuestion, to),
    // Its photos are shown to whoever holds the link of a session only.
    explanation: form.explanation && {
      title: form.explanation.title,
      sections: form.explanation.sections.map(({ header, text }) => ({ header, text, files: [] })),
    },
  }
}

export function presentAnswer(answer: AnsweredQuestion, to: PresentingTo, questionnaire?: string): QaAnswer {
  return {
    _links: {},
    _display: `Answer to ${answer.question.retrievalKey ?? answer.question.uuid}`,
    payload: answer.payload,
    session: answer.sessionUuid,
    ...(questionnaire ? { questionnaire } : {}),
    created_at: presentTime(answer.createdAt, to.timeZone),
    next_question: answer.next && presentQuestion(answer.next.question, to, answer.next.rules),
  }
}
