import { cleanText, isEmailAddress } from '@signalen/domain'
import { findField } from '@signalen/ui'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findMyReport, listMyPlaces, listMyReports, requestMyReportsLink } from '../api/my-reports.ts'
import { readForm } from '../http/form-body.ts'
import { goTo, showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { MyReportPage, MyReportsLinkPage, MyReportsPage } from '../pages/MyReportsPages.tsx'
import { showMessage } from './closed-link.tsx'

const COOKIE = 'mijn-meldingen'
const PATH = '/mijn-meldingen'
const LIST_PATH = `${PATH}/overzicht`
const POINTS_PATH = `${PATH}/punten`
const TWO_HOURS = 7200

interface TokenParameters {
  readonly token: string
  readonly uuid?: string
}

/** A reporter's own reports, behind a link that is mailed. The token of the link goes out of the address at once. */
export function myReportRoutes(app: FastifyInstance, kit: Kit): void {
  linkRoutes(app, kit)
  readRoutes(app, kit)
}

function linkRoutes(app: FastifyInstance, kit: Kit): void {
  for (const path of [PATH, `${PATH}/login`]) {
    app.get(path, async (request, reply) => showLinkForm(await openVisit(kit, request, reply), '', undefined))
  }

  app.post(PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const email = cleanText(findField((await readForm(request)).fields, '_email'))
    const { contact, myReports: text } = visit.messages
    if (!isEmailAddress(email)) return showLinkForm(visit, email, contact.emailWrong)
    const outcome = await requestMyReportsLink(visit.api, email, visit.reads)
    if (outcome === 'tooMany') return showLinkForm(visit, email, text.tooMany, 429)
    if (outcome === 'failed') return showLinkForm(visit, email, text.failed, 502)
    return showMessage(visit, text.checkTitle, text.check)
  })

  app.get<{ Params: TokenParameters }>(`${PATH}/:token`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    rememberToken(request, reply, request.params.token)
    return goTo(visit, LIST_PATH)
  })

  app.get<{ Params: TokenParameters }>(`${PATH}/:token/:uuid`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    rememberToken(request, reply, request.params.token)
    return goTo(visit, `${PATH}/melding/${encodeURIComponent(request.params.uuid ?? '')}`)
  })
}

function readRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(LIST_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const token = request.cookies[COOKIE]
    const reports = token ? await listMyReports(visit.api, token) : undefined
    if (!reports) return showExpired(visit)
    const { title } = visit.messages.myReports
    return showPage(visit, {
      title,
      body: <MyReportsPage reports={reports} {...visit} points={POINTS_PATH} map={visit.site.map} />,
    })
  })

  app.get(POINTS_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const token = request.cookies[COOKIE]
    const places = token ? await listMyPlaces(visit.api, token) : undefined
    if (!places) return reply.code(401).send({})
    return reply.header('cache-control', 'private, no-store').send(
      places.map(({ number, createdAt, position: [longitude, latitude] }) => ({
        category: number,
        icon: '',
        reportedOn: createdAt.toISOString(),
        solvedOn: null,
        longitude,
        latitude,
      })),
    )
  })

  app.get<{ Params: { uuid: string } }>(`${PATH}/melding/:uuid`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const token = request.cookies[COOKIE]
    const report = token ? await findMyReport(visit.api, token, request.params.uuid) : undefined
    if (!report) return showExpired(visit)
    return showPage(visit, { title: report.number, body: <MyReportPage report={report} {...visit} /> })
  })

  app.post(LIST_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    reply.clearCookie(COOKIE, { path: PATH })
    return goTo(visit, PATH)
  })
}

function rememberToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: TWO_HOURS,
  })
}

function showLinkForm(visit: Visit, email: string, error: string | undefined, status = error ? 422 : 200) {
  const { title } = visit.messages.myReports
  const body = <MyReportsLinkPage email={email} error={error} messages={visit.messages} />
  return showPage(visit, { title, status, hasErrors: error !== undefined, body })
}

function showExpired(visit: Visit) {
  const text = visit.messages.myReports
  const body = <MyReportsLinkPage email="" error={undefined} notice={text} messages={visit.messages} />
  return showPage(visit, { title: text.expiredTitle, status: 401, body })
}
