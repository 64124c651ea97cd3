import { join } from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createCategoryCache } from './api/category-cache.ts'
import { createQuestionCache } from './api/offline-questions.ts'
import { createDraftRepository } from './drafts/draft-repository.ts'
import { sealDrafts } from './drafts/sealed-drafts.ts'
import { BUILT_CLIENT, readPageAssets } from './http/assets.ts'
import { compressPage } from './http/compression.ts'
import { acceptForms, findPostedFields } from './http/form-body.ts'
import { isOwnForm, protectAnswer } from './http/protection.ts'
import { showPage } from './http/show.tsx'
import { createUploadBudget } from './http/upload-budget.ts'
import { type Kit, openVisit } from './http/visit.ts'
import type { CitizenOptions } from './options.ts'
import { MessagePage } from './pages/MessagePage.tsx'
import { contactRoutes } from './routes/contact.tsx'
import { describeRoutes } from './routes/describe.tsx'
import { feedbackRoutes } from './routes/feedback.tsx'
import { figureRoutes } from './routes/figures.tsx'
import { followRoutes } from './routes/follow.tsx'
import { followMapRoutes } from './routes/follow-map.tsx'
import { informationRoutes } from './routes/information.tsx'
import { keptReportRoutes } from './routes/kept-reports.tsx'
import { logoRoutes } from './routes/logo.ts'
import { myReportRoutes } from './routes/my-reports.tsx'
import { offlineQuestionRoutes } from './routes/offline-questions.tsx'
import { oldAddressRoutes } from './routes/old-addresses.ts'
import { placeRoutes } from './routes/place.tsx'
import { progressRoutes } from './routes/progress.tsx'
import { publicMapRoutes } from './routes/public-map.tsx'
import { replyRoutes } from './routes/reply.tsx'
import { reviewRoutes } from './routes/review.tsx'
import { sentRoutes } from './routes/sent.tsx'
import { serviceWorkerRoutes } from './routes/service-worker.ts'
import { smallAnswerRoutes } from './routes/small-answers.ts'
import { themeRoutes } from './routes/theme.tsx'
import { verifyEmailRoutes } from './routes/verify-email.tsx'
import { PHOTO_LIMITS } from './rules/photo-limits.ts'

/** The site for residents, as a Fastify plugin. It knows the API and nothing behind it. */
export async function citizen(app: FastifyInstance, options: CitizenOptions): Promise<void> {
  const clientFolder = options.clientFolder ?? BUILT_CLIENT
  const kit: Kit = {
    options,
    drafts: createDraftRepository(sealDrafts(options.drafts, options.secret)),
    assets: await readPageAssets(clientFolder),
    categories: createCategoryCache(),
    questions: createQuestionCache(),
    uploads: createUploadBudget({
      isOff: options.throttleOff ?? false,
      secret: options.secret,
      allowances: options.allowances,
    }),
    now: options.now ?? (() => new Date()),
  }
  await registerParsers(app)
  await registerFiles(app, clientFolder)
  registerHooks(app, kit)
  const steps = [
    describeRoutes,
    placeRoutes,
    contactRoutes,
    reviewRoutes,
    sentRoutes,
    keptReportRoutes,
    offlineQuestionRoutes,
    serviceWorkerRoutes,
  ]
  const links = [progressRoutes, feedbackRoutes, replyRoutes, verifyEmailRoutes, myReportRoutes, followRoutes]
  const map = [publicMapRoutes, figureRoutes, followMapRoutes]
  const looks = [themeRoutes, logoRoutes]
  for (const register of [...steps, ...links, ...map, ...looks, informationRoutes, smallAnswerRoutes])
    register(app, kit)
  oldAddressRoutes(app)
}

async function registerParsers(app: FastifyInstance): Promise<void> {
  if (!app.hasRequestDecorator('cookies')) await app.register(cookie)
  await app.register(multipart, {
    limits: {
      fileSize: PHOTO_LIMITS.bytes,
      files: PHOTO_LIMITS.count + 5,
      fields: 200,
      fieldSize: 64 * 1024,
    },
    throwFileSizeLimit: false,
  })
  acceptForms(app)
}

async function registerFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
    index: false,
  })
  app.get('/icon.svg', async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(ICON),
  )
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#0d6068"/><path d="M16 26s8-7.5 8-14a8 8 0 1 0-16 0c0 6.5 8 14 8 14Z" fill="#fff"/><circle cx="16" cy="12" r="3.5" fill="#0d6068"/></svg>'

function registerHooks(app: FastifyInstance, kit: Kit): void {
  app.addHook('onRequest', async (_request, reply) => protectAnswer(reply))
  app.addHook('onRequest', async (request, reply) => {
    const isOneClick = /^\/volgen\/stop\/[\w-]+$/.test(request.url)
    if (request.method === 'POST' && !isOneClick && !isOwnForm(request))
      return showProblem(kit, request, reply, 'foreign')
  })
  app.addHook('onSend', compressPage)
  app.setNotFoundHandler((request, reply) => showProblem(kit, request, reply, 'notFound'))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) return showProblem(kit, request, reply, 'tooLarge')
    if (status >= 500) request.log.error({ code: error.code, at: whereOf(error) }, 'citizen page failed')
    return showProblem(kit, request, reply, status === 404 ? 'notFound' : 'failed', status)
  })
}

/** Where it went wrong, without the message, which may quote what someone typed. */
function whereOf(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? []
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim())
}

type Problem = 'foreign' | 'notFound' | 'tooLarge' | 'failed'

const STATUS: Readonly<Record<Problem, number>> = { foreign: 403, notFound: 404, tooLarge: 413, failed: 500 }

async function showProblem(
  kit: Kit,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  status = STATUS[problem],
) {
  const visit = await openVisit(kit, request, reply)
  const text = visit.messages.errors
  const title = text[`${problem}Title`]
  const fields = problem === 'failed' && request.method === 'POST' ? findPostedFields(request) : undefined
  const again = fields && { path: request.url, fields }
  const body = <MessagePage title={title} text={text[problem]} messages={visit.messages} again={again} />
  return showPage(visit, { title, status, body })
}
