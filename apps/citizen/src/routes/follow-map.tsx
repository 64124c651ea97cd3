import { cleanText, isEmailAddress } from '@signalen/domain'
import { findField, RadioGroup } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import type { Area } from '../api/areas.ts'
import type { MainCategory } from '../api/categories.ts'
import { askForMail } from '../api/subscriptions.ts'
import { readForm } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { FollowPage } from '../pages/FollowPages.tsx'
import { type MapQuery, writeMapQuery } from '../rules/map-filter.ts'
import { ASK_STATUS, type AskFault, presentAskFault, showAsked } from './follow.tsx'
import { findSubjects, PUBLIC_MAP_PATH } from './public-map.tsx'

const PATH = '/volgen/kaart'
const PACES = ['weekly', 'at once'] as const
type Pace = (typeof PACES)[number]

/** Hearing by mail what is new on the public map, of a subject or in an area. */
export function followMapRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Querystring: MapQuery }>(PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const subjects = await findSubjects(visit, request.query)
    return show(visit, { ...subjects, email: '', pace: 'weekly', fault: undefined })
  })

  app.post<{ Querystring: MapQuery }>(PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const { fields } = await readForm(request)
    const { main, area } = await findSubjects(visit, request.query)
    const email = cleanText(findField(fields, '_email'))
    const pace = PACES.find((known) => known === findField(fields, '_pace')) ?? 'weekly'
    if (!isEmailAddress(email)) return show(visit, { main, area, email, pace, fault: 'emailWrong' })
    const about = { area: area && splitCode(area), category: main?.slug, pace }
    const outcome = await askForMail(visit.api, { email, language: visit.reads }, about)
    if (outcome === 'asked') return showAsked(visit)
    return show(visit, { main, area, email, pace, fault: outcome === 'gone' ? 'failed' : outcome })
  })
}

/** An area is known here by the code of its type and its own, with a full stop between. */
function splitCode({ code }: Area): { type: string; code: string } {
  const at = code.indexOf('.')
  return { type: code.slice(0, at), code: code.slice(at + 1) }
}

interface Form {
  readonly main: MainCategory | undefined
  readonly area: Area | undefined
  readonly email: string
  readonly pace: Pace
  readonly fault: AskFault | undefined
}

function show(visit: Visit, { main, area, email, pace, fault }: Form) {
  const { messages, site } = visit
  const text = messages.follow.map
  const query = writeMapQuery({
    main: main?.slug ?? '',
    area: area?.code ?? '',
    state: 'open',
    days: undefined,
  })
  return showPage(visit, {
    title: text.title,
    status: fault ? ASK_STATUS[fault] : 200,
    hasErrors: fault !== undefined,
    body: (
      <FollowPage
        title={text.title}
        lead={text.lead(main?.name, area?.name ?? site.municipality)}
        action={`${PATH}${query}`}
        use={text.use}
        email={email}
        error={fault && presentAskFault(visit, fault)}
        messages={messages}
        back={{ href: `${PUBLIC_MAP_PATH}${query}`, label: text.back }}
      >
        <RadioGroup
          id="hoe-vaak"
          name="_pace"
          label={text.pace}
          choices={PACES.map((value) => ({ value, label: text.paces[value] }))}
          selected={[pace]}
        />
      </FollowPage>
    ),
  })
}
