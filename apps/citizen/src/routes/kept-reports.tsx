import {
  cleanText,
  findFormFaults,
  isLongerThan,
  listBlockingQuestions,
  TEXT_LIMITS,
  translateQuestion,
} from '@signalen/domain'
import { FORM_MESSAGES, type FormFields, findField, presentFault } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { findNearestAddress, searchAddresses } from '../api/addresses.ts'
import { fieldsOf, listOf, textOf } from '../api/read-json.ts'
import type { ChosenPlace, Draft } from '../drafts/draft.ts'
import { rememberDraft } from '../drafts/draft-cookie.ts'
import { keepPhoto, type RefusedPhoto } from '../drafts/draft-photos.ts'
import { isDraftId } from '../drafts/draft-repository.ts'
import { readForm } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { findDraft, type Kit, listCategories, openVisit, type Visit } from '../http/visit.ts'
import { OfflinePage } from '../pages/OfflinePage.tsx'
import { createTypedPlace, isWithin, readPlaceValue } from '../rules/place.ts'
import { findAskedForm } from '../rules/report.ts'
import { readContact } from './contact.tsx'
import { chooseCategory } from './describe.tsx'
import { OFFLINE_QUESTIONS_PATH } from './offline-questions.tsx'
import { joinSentences } from './place.tsx'
import { loadPlaceData } from './place-data.ts'
import { sendDraft, sendFailedPhotos } from './send-draft.ts'

export const OFFLINE_PATH = '/zonder-verbinding'

const MOST_DAYS_AGO = 30

/**
 * Reports that a device kept while there was no connection. The device chose their id, so however often it
 * tries, and from whatever network, one report comes of it.
 */
export function keptReportRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(OFFLINE_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { title } = visit.messages.offline
    return showPage(visit, {
      title,
      body: (
        <OfflinePage
          messages={visit.messages}
          contact={visit.site.contact}
          categories={await listCategories(visit).catch(() => [])}
          questionsPath={OFFLINE_QUESTIONS_PATH}
        />
      ),
    })
  })

  app.post<{ Params: { id: string; photo: string } }>(
    '/melden/bewaard/:id/foto/:photo',
    async (request, reply) => {
      const { id, photo } = request.params
      if (!isDraftId(id) || !/^[\w-]{20,50}$/.test(photo)) return reply.code(400).send({})
      const visit = await openVisit(kit, request, reply)
      const refused: RefusedPhoto[] = []
      await readForm(request, async (file) => {
        if (!(await kit.uploads.take(request.ip, file.bytes.length))) return void reply.code(429)
        const refusal = await keepPhoto(kit.drafts, id, file, photo)
        if (refusal) refused.push(refusal)
      })
      if (refused.length === 0 && reply.statusCode < 300) await sendFailedPhotos(visit, id)
      return reply.code(refused.length > 0 ? 422 : reply.statusCode).send({})
    },
  )

  app.post<{ Params: { id: string } }>('/melden/bewaard/:id', async (request, reply) => {
    const { id } = request.params
    if (!isDraftId(id)) return reply.code(400).send({})
    const visit = await openVisit(kit, request, reply)
    const problem = (await kit.drafts.find(id))?.sent ? undefined : await fillDraft(visit, id, request.body)
    if (problem) return reply.code(422).send({ problem })
    return deliver(visit, id)
  })
}

/** Fills the draft as the steps would; what must be put right first, in words. */
async function fillDraft(visit: Visit, id: string, body: unknown): Promise<string | undefined> {
  const { messages, kit } = visit
  const { fields: given, askedAt } = fieldsOf(body)
  const fields = readFields(given)
  const text = cleanText(findField(fields, '_text'))
  const limit = TEXT_LIMITS.signalText
  if (text === '') return messages.describe.textMissing
  if (isLongerThan(text, limit)) return messages.describe.textTooLong(limit)
  const place = await findPlace(visit, fields)
  if (!place) return messages.place.missing
  if (!isWithin(place, visit.site.map)) return messages.place.outside(visit.site.municipality)
  const description = cleanText(findField(fields, '_description')).slice(0, 300)
  await kit.drafts.change(id, (draft) => ({
    ...draft,
    text,
    askedAt: draft.askedAt ?? readMoment(askedAt, kit.now()),
    place: { query: '', candidates: [], chosen: place, description },
    contact: readContact(fields),
    ...readChosenCategory(fields),
    answers: Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('_'))),
  }))
  await chooseCategory(visit, id)
  return findAnswerProblem(visit, id, fields)
}

/** A subject that was chosen on the device is a person's choice; without one it follows from the text. */
function readChosenCategory(fields: FormFields): Pick<Draft, 'category'> | undefined {
  const [main, sub] = findField(fields, '_category').split('/')
  return main && sub ? { category: { main, sub, chosenBy: 'person' } } : undefined
}

/**
 * What is wrong with an answer, in words. What the device did not ask cannot be answered there either, so it never
 * holds the report up: that is what other questions than those of today come to.
 */
async function findAnswerProblem(visit: Visit, id: string, fields: FormFields): Promise<string | undefined> {
  const draft = await visit.kit.drafts.find(id)
  if (!draft) return undefined
  const { questions } = await loadPlaceData(visit, draft)
  const asked = findAskedForm(draft, questions)
  const shown = new Set(fields._shown ?? [])
  const { place } = visit.messages
  const isChosen = draft.category?.chosenBy === 'person' && shown.size > 0
  if (isChosen && listBlockingQuestions(asked).length > 0) return place.stopped
  const faults = findFormFaults(asked, visit.kit.now())
  const wrong = asked.questions.find(({ key }) => shown.has(key) && faults.has(key))
  const fault = wrong && faults.get(wrong.key)
  if (!wrong || !fault) return undefined
  const { label } = translateQuestion(wrong, visit.language)
  return joinSentences(label, presentFault(fault, FORM_MESSAGES[visit.language]))
}

async function deliver(visit: Visit, id: string) {
  const { reply, request } = visit
  const outcome = await sendDraft(visit, id)
  switch (outcome.kind) {
    case 'sent':
      await discardDouble(visit, id)
      rememberDraft(request, reply, id)
      return reply.send({ number: outcome.number })
    case 'refused':
      return reply.code(422).send({ problem: visit.messages.review.refused })
    case 'tooMany':
      return reply.code(429).send({})
    default:
      return reply.code(502).send({})
  }
}

/** The same report as it was begun with connection: it must not be offered to go on with. */
async function discardDouble(visit: Visit, id: string): Promise<void> {
  const open = await findDraft(visit)
  if (visit.draftId && visit.draftId !== id && open && !open.sent)
    await visit.kit.drafts.discard(visit.draftId)
}

/** As it was chosen, by the device's position, or by what was typed. */
async function findPlace(visit: Visit, fields: FormFields): Promise<ChosenPlace | undefined> {
  const picked = readPlaceValue(findField(fields, '_place'))
  if (picked?.source === 'device' && !picked.address) {
    const near = await findNearestAddress(visit.api, picked.longitude, picked.latitude, 'device')
    return near ? { ...near, longitude: picked.longitude, latitude: picked.latitude } : picked
  }
  if (picked) return picked
  const query = cleanText(findField(fields, '_query')).slice(0, 200)
  if (query === '') return undefined
  const found = (await searchAddresses(visit.api, query)) ?? []
  return found.find((place) => isWithin(place, visit.site.map)) ?? createTypedPlace(query, visit.site.map)
}

function readFields(value: unknown): FormFields {
  const entries = Object.entries(fieldsOf(value)).slice(0, 200)
  return Object.fromEntries(
    entries.map(([name, values]) => [name, listOf(values).map((text) => textOf(text).toWellFormed())]),
  )
}

/** The clock of a device may be wrong: a moment to come, or long past, is not believed. */
function readMoment(value: unknown, now: Date): string {
  const moment = new Date(textOf(value))
  const age = now.getTime() - moment.getTime()
  return age >= 0 && age < MOST_DAYS_AGO * 86_400_000 ? moment.toISOString() : now.toISOString()
}
