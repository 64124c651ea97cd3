import {
  type AnswerFault,
  cleanText,
  findFormFaults,
  listBlockingQuestions,
  type Question,
  type VisibleForm,
} from '@signalen/domain'
import {
  type FieldError,
  FORM_MESSAGES,
  type FormFields,
  findField,
  presentFault,
  toFieldId,
} from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { searchAddresses } from '../api/addresses.ts'
import { createDraft, type Draft, type DraftPlace } from '../drafts/draft.ts'
import { type PostedForm, readForm } from '../http/form-body.ts'
import { goTo, showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { findVanished, SUBJECT_ID } from '../pages/CategoryPart.tsx'
import { PlacePage } from '../pages/PlacePage.tsx'
import { PICK_FIELD_ID, presentPlaceFault, QUERY_FIELD_ID } from '../pages/PlacePart.tsx'
import { isAnswerable } from '../pages/QuestionsPart.tsx'
import { decidePlace, type PlaceDecision, type PlaceFault, readPlaceValue } from '../rules/place.ts'
import { findAskedForm } from '../rules/report.ts'
import { loadPlaceData, type PlaceData } from './place-data.ts'
import { findDraftForStep, keepAfterExpiry, leaveStep, STEP_PATHS } from './steps.ts'

/** Step 2. */
export function placeRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(STEP_PATHS.place, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const found = await findDraftForStep(visit, 2)
    if ('goTo' in found) return goTo(visit, found.goTo)
    return show(visit, found.draft, await loadPlaceData(visit, found.draft), NO_FAULTS)
  })

  app.post(STEP_PATHS.place, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const form = await readForm(request)
    const found = await findDraftForStep(visit, 2)
    if ('goTo' in found) {
      const { place } = await decide(visit, createDraft('').place, form)
      const kept = await keepAfterExpiry(visit, (draft) => keepFields(draft, place, form.fields))
      return kept ?? goTo(visit, found.goTo)
    }
    if (form.action === 'category') return changeCategory(visit, found.draftId, form)
    const { place, fault } = await decide(visit, found.draft.place, form)
    const draft = await kit.drafts.change(found.draftId, (current) => keepFields(current, place, form.fields))
    return leaveStep(visit, form, 2) ?? goOn(visit, { draft, draftId: found.draftId, form, fault })
  })
}

interface Faults {
  readonly place: PlaceFault | undefined
  readonly answers: ReadonlyMap<string, AnswerFault>
  /** Asked only since the last answers. */
  readonly added: Question | undefined
  readonly stop: Question | undefined
  /** The subject is there no more, which the form did not say yet. */
  readonly vanished: boolean
}

const NO_FAULTS: Faults = {
  place: undefined,
  answers: new Map(),
  added: undefined,
  stop: undefined,
  vanished: false,
}

function decide(visit: Visit, place: DraftPlace, form: PostedForm): Promise<PlaceDecision> {
  const picked = (form.fields._place ?? []).findLast((value) => value !== '')
  const input = {
    query: cleanText(findField(form.fields, '_query')).slice(0, 200),
    picked: picked ? readPlaceValue(picked) : undefined,
    description: cleanText(findField(form.fields, '_description')).slice(0, 300),
  }
  const isSaving = form.action === 'save'
  // While someone is still typing, nothing is looked up: what is typed is only kept.
  if (isSaving) return Promise.resolve({ place: { ...place, description: input.description } })
  return decidePlace(place, input, visit.site.map, (query) => searchAddresses(visit.api, query))
}

/** All that was typed, right or wrong; what belongs to the form itself has an underscore before it. */
function keepFields(draft: Draft, place: DraftPlace, fields: FormFields): Draft {
  const answers = Object.entries(fields).filter(([name]) => !name.startsWith('_'))
  return { ...draft, place, answers: Object.fromEntries(answers) }
}

async function changeCategory(visit: Visit, draftId: string, form: PostedForm) {
  const [main, sub] = findField(form.fields, '_category').split('/')
  await visit.kit.drafts.change(draftId, (draft) => {
    const kept = keepFields(draft, draft.place, form.fields)
    return main && sub ? { ...kept, category: { main, sub, chosenBy: 'person' }, completed: 1 } : kept
  })
  return goTo(visit, `${STEP_PATHS.place}#onderwerp`)
}

interface Step {
  readonly draft: Draft
  readonly draftId: string
  readonly form: PostedForm
  readonly fault: PlaceFault | undefined
}

async function goOn(visit: Visit, { draft, draftId, form, fault }: Step) {
  const data = await loadPlaceData(visit, draft)
  if (form.action !== 'next') {
    const isAsking = fault === 'missing' || fault === 'pickMissing'
    if (fault && !isAsking) return show(visit, draft, data, { ...NO_FAULTS, place: fault })
    return goTo(visit, `${STEP_PATHS.place}#plaats`)
  }
  const faults = findFaults(visit, data, { draft, form, fault })
  if (hasFaults(faults)) return show(visit, draft, data, faults)
  await visit.kit.drafts.change(draftId, (current) => ({
    ...current,
    category: data.subcategory ? current.category : { main: 'overig', sub: 'overig', chosenBy: 'nobody' },
    completed: Math.max(2, current.completed) as Draft['completed'],
  }))
  return goTo(visit, STEP_PATHS.contact)
}

function findFaults(visit: Visit, data: PlaceData, step: Omit<Step, 'draftId'>): Faults {
  const asked = findAskedForm(step.draft, data.questions)
  const shown = new Set(step.form.fields._shown ?? [])
  const added = asked.questions.find((question) => isAnswerable(question) && !shown.has(question.key))
  const answers = findFormFaults(asked, visit.kit.now())
  for (const key of answers.keys()) if (!shown.has(key)) answers.delete(key)
  const told = findField(step.form.fields, '_vanished')
  const vanished = findVanished(step.draft, data)
  return {
    place: step.fault,
    answers,
    added,
    stop: listBlockingQuestions(asked)[0],
    vanished: vanished !== undefined && vanished !== told,
  }
}

function hasFaults({ place, answers, added, stop, vanished }: Faults): boolean {
  return place !== undefined || answers.size > 0 || added !== undefined || stop !== undefined || vanished
}

function show(visit: Visit, draft: Draft, data: PlaceData, faults: Faults) {
  const { messages, language, site } = visit
  const asked = findAskedForm(draft, data.questions)
  const errors = presentFaults(visit, draft, asked, faults)
  return showPage(visit, {
    title: `${messages.steps.label(2, 4)} · ${messages.place.title}`,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    hasStepForm: true,
    body: (
      <PlacePage
        draft={draft}
        data={data}
        language={language}
        messages={messages}
        site={site}
        errors={errors}
        placeFault={faults.place}
        answerFaults={faults.answers}
        asked={asked.questions}
      />
    ),
  })
}

function presentFaults(visit: Visit, draft: Draft, asked: VisibleForm, faults: Faults): FieldError[] {
  const { messages, site, language } = visit
  const errors: FieldError[] = []
  if (faults.vanished) errors.push({ fieldId: SUBJECT_ID, message: messages.place.categoryVanished })
  const place = presentPlaceFault(faults.place, messages, site)
  const placeField = draft.place.candidates.length > 0 ? PICK_FIELD_ID : QUERY_FIELD_ID
  if (place) errors.push({ fieldId: placeField, message: place })
  for (const { key, label } of asked.questions) {
    const fault = faults.answers.get(key)
    if (!fault) continue
    errors.push({
      fieldId: toFieldId(key),
      message: joinSentences(label, presentFault(fault, FORM_MESSAGES[language])),
    })
  }
  if (faults.stop) errors.push({ fieldId: toFieldId(faults.stop.key), message: messages.place.stopped })
  if (faults.added)
    errors.push({ fieldId: toFieldId(faults.added.key), message: messages.place.newQuestions })
  return errors
}

/** «Wat ziet u? Beantwoord deze vraag.» and «Nummer: beantwoord deze vraag.» */
export function joinSentences(label: string, message: string): string {
  return /[?.!]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`
}
