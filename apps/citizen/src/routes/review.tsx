import { findIncidentStart, toExtraProperties } from '@signalen/domain'
import { type FieldError, formatMoment } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import type { RefusedPart } from '../api/signals.ts'
import type { Draft } from '../drafts/draft.ts'
import { readForm } from '../http/form-body.ts'
import { goTo, showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { textLangFor } from '../messages/messages.ts'
import { ReviewPage, type SendProblem } from '../pages/ReviewPage.tsx'
import { categoryOf, findAskedForm } from '../rules/report.ts'
import { findNearbyReports } from './nearby-reports.ts'
import { loadPlaceData, type PlaceData } from './place-data.ts'
import { sendDraft } from './send-draft.ts'
import { findDraftForStep, keepAfterExpiry, leaveStep, STEP_PATHS, sentPath } from './steps.ts'

/** Step 4. */
export function reviewRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(STEP_PATHS.review, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const found = await findDraftForStep(visit, 4)
    if ('goTo' in found) return goTo(visit, found.goTo)
    const hasFailed = (request.query as { mislukt?: string }).mislukt !== undefined
    return show(visit, found.draft, hasFailed ? 'failed' : undefined)
  })

  app.post(STEP_PATHS.review, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const form = await readForm(request)
    const found = await findDraftForStep(visit, 4)
    if ('goTo' in found) return (await keepAfterExpiry(visit, (draft) => draft)) ?? goTo(visit, found.goTo)
    const left = leaveStep(visit, form, 4)
    if (left) return left
    const outcome = await sendDraft(visit, found.draftId)
    switch (outcome.kind) {
      case 'sent':
        return goTo(visit, sentPath(outcome.number))
      case 'refused':
        return show(visit, found.draft, 'refused', presentRefused(visit, outcome.faults))
      default:
        return show(visit, found.draft, outcome.kind === 'tooMany' ? 'tooMany' : 'failed')
    }
  })
}

const STATUS: Readonly<Record<SendProblem, number>> = { failed: 502, tooMany: 429, refused: 422 }

async function show(visit: Visit, draft: Draft, problem?: SendProblem, errors: readonly FieldError[] = []) {
  const { messages, site } = visit
  const [data, nearby] = await Promise.all([loadPlaceData(visit, draft), findNearbyReports(visit, draft)])
  const asked = findAskedForm(draft, data.questions)
  return showPage(visit, {
    title: `${messages.steps.label(4, 4)} · ${messages.review.title}`,
    status: problem ? STATUS[problem] : 200,
    hasErrors: problem !== undefined,
    hasStepForm: true,
    body: (
      <ReviewPage
        draft={draft}
        danger={data.danger}
        category={data.subcategory ?? { name: messages.review.none, lang: undefined }}
        answers={toExtraProperties(asked, categoryOf(draft))}
        moment={presentMoment(visit, draft, data)}
        messages={messages}
        nearby={nearby}
        language={visit.language}
        textLang={textLangFor(visit.language)}
        contact={site.contact}
        problem={problem}
        errors={errors}
      />
    ),
  })
}

function presentMoment(visit: Visit, draft: Draft, { questions }: PlaceData): string | undefined {
  const asked = findAskedForm(draft, questions)
  const answer = asked.questions
    .map((question) => question.kind === 'moment' && asked.answers[question.key])
    .find(Boolean)
  if (answer === undefined) return undefined
  if (answer === 'now') return visit.messages.review.momentNow
  return formatMoment(findIncidentStart(asked, visit.kit.now()), visit.language)
}

/** What the API refuses is put right where it was filled in. */
function presentRefused({ messages }: Visit, parts: readonly RefusedPart[]): FieldError[] {
  const shown: Readonly<Record<RefusedPart, readonly [href: string, message: string]>> = {
    text: ['/#text', messages.describe.textMissing],
    place: ['/melden/plaats#plaats', messages.place.refused],
    category: ['/melden/plaats#onderwerp', messages.place.categoryVanished],
    answers: ['/melden/plaats#vragen', messages.place.answersRefused],
    moment: ['/melden/plaats#vragen', messages.place.momentRefused],
    phone: ['/melden/contact#telefoon', messages.contact.phoneWrong],
    email: ['/melden/contact#email', messages.contact.emailWrong],
    other: ['/melden/controle#titel', messages.review.refused],
  }
  return [...new Set(parts)].map((part) => ({ fieldId: shown[part][0], message: shown[part][1] }))
}
