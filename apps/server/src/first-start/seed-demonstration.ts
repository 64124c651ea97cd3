import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { api } from '@signalen/api'
import { type Context, findActorByEmail, runTask } from '@signalen/services'
import Fastify, { type FastifyInstance } from 'fastify'
import { makeDemoReports } from '../../../../demo/reports.ts'
import type { DemoChange, DemoChild, DemoPlace, DemoReport, DemoStep } from '../../../../demo/types.ts'
import { createInProcessFetch } from '../compose/in-process-fetch.ts'
import { VERSION } from '../compose/version.ts'
import { findLinkInMail } from './find-link-in-mail.ts'

const PHOTOS = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'photos')
const SEED = 1
const V1 = '/signals/v1'
const HOUR = 3_600_000

interface Event {
  readonly at: number
  run(): Promise<unknown>
}

interface Made {
  id: number
  readonly place: DemoPlace
  readonly address: object | null
}

/**
 * Makes the reports of the demonstration by the same requests that people's browsers send, on a clock that
 * runs through the past two months: whatever rule holds for people holds for them.
 */
export async function seedDemonstration(context: Context): Promise<void> {
  const clock = { moment: context.clock.now() }
  const reports = makeDemoReports({ seed: SEED, now: clock.moment })
  const past = { ...context, clock: { now: () => clock.moment } }
  const client = await createClient(past)
  const events = reports.flatMap((report) => eventsOf(client, report))
  while (events.length > 0) {
    events.sort((a, b) => b.at - a.at)
    const next = events.pop()
    if (!next) break
    clock.moment = new Date(next.at)
    await next.run()
    events.push(...client.added.splice(0))
  }
  await client.app.close()
  for (const task of ['refresh-public-map', 'count-public-figures', 'learn-search-words'])
    await runTask(context, task)
}

interface Client {
  readonly app: FastifyInstance
  readonly context: Context
  /** What a running event adds: the later steps of children that it made. */
  readonly added: Event[]
  readonly departmentIds: ReadonlyMap<string, number>
  send(method: string, path: string, ask?: { body?: unknown; by?: string | null }): Promise<unknown>
}

async function createClient(context: Context): Promise<Client> {
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } })
  await app.register(api, {
    prefix: '/signals',
    contextFor: async () => context,
    authenticate: async (request) => findActorByEmail(context, String(request.headers['x-demo-user'])),
    version: VERSION,
    secret: 'the demonstration makes no addresses that leave it',
    publicRateLimit: 'off',
    corsOrigins: [],
    checkAnswers: false,
  })
  const fetchApi = createInProcessFetch(app)
  const departments = await context.db.kysely.selectFrom('department').select(['id', 'code']).execute()
  return {
    app,
    context,
    added: [],
    departmentIds: new Map(departments.map(({ id, code }) => [code, id])),
    async send(method, path, { body, by } = {}) {
      const isForm = body instanceof FormData
      const answer = await fetchApi(path, {
        method,
        headers: {
          ...(by ? { 'x-demo-user': by } : {}),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (!answer.ok)
        throw new Error(`the demonstration could not ${method} ${path}: ${answer.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
  }
}

function eventsOf(client: Client, report: DemoReport): Event[] {
  const made: Made = { id: 0, place: report.place, address: report.place.address }
  const created = report.createdAt.getTime()
  return [
    {
      at: created,
      async run() {
        made.id = await create(client, report)
      },
    },
    ...stepsOf(client, made, { steps: report.steps, created }),
  ]
}

function stepsOf(client: Client, made: Made, plan: { steps: readonly DemoStep[]; created: number }): Event[] {
  return plan.steps.map((step) => ({
    at: plan.created + step.afterHours * HOUR,
    run: () => carryOut(client, made, step),
  }))
}

async function create(client: Client, report: DemoReport): Promise<number> {
  const body = {
    text: report.text,
    location: locationOf(report.place, report.place.address),
    category: { sub_category: categoryPath(report.main, report.sub) },
    reporter: {
      email: report.reporter.email,
      phone: report.reporter.phone,
      sharing_allowed: report.reporter.sharingAllowed,
    },
    incident_date_start: report.incidentStart.toISOString(),
    extra_properties: report.extraProperties,
    source: report.source,
    ...(report.createdBy ? { priority: { priority: report.priority } } : {}),
  }
  const path = report.createdBy ? `${V1}/private/signals` : `${V1}/public/signals`
  const made = (await client.send('POST', path, { body, by: report.createdBy })) as {
    id: number
    signal_id: string
  }
  for (const photo of report.photos) {
    await client.send('POST', `${V1}/public/signals/${made.signal_id}/attachments`, {
      body: await photoForm(photo),
    })
  }
  return made.id
}

function locationOf(place: DemoPlace, address: object | null): object {
  const geometrie = { type: 'Point', coordinates: [place.longitude, place.latitude] }
  return address ? { geometrie, address } : { geometrie }
}

function categoryPath(main: string, sub: string): string {
  return `${V1}/public/terms/categories/${main}/sub_categories/${sub}`
}

async function photoForm(name: string): Promise<FormData> {
  const form = new FormData()
  const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg'
  form.set('file', new Blob([new Uint8Array(await readFile(join(PHOTOS, name)))], { type }), name)
  return form
}

function carryOut(client: Client, made: Made, { by, change }: DemoStep): Promise<unknown> {
  switch (change.kind) {
    case 'status':
    case 'category':
    case 'note':
    case 'priority':
    case 'assign':
    case 'route':
      return client.send('PATCH', `${V1}/private/signals/${made.id}`, { body: patchOf(client, change), by })
    case 'photo':
      return addPhoto(client, made, { by, change })
    case 'split':
      return split(client, made, { by, children: change.children })
    case 'feedback':
      return giveFeedback(client, made, change)
    case 'reaction':
      return react(client, made, { kind: 'reactie', text: change.text })
    case 'external reaction':
      return react(client, made, { kind: 'extern', text: change.text })
  }
}

type PatchChange = Extract<
  DemoChange,
  { kind: 'status' | 'category' | 'note' | 'priority' | 'assign' | 'route' }
>

function patchOf(client: Client, change: PatchChange): object {
  switch (change.kind) {
    case 'status': {
      const override = change.emailOverride ? { email_override: change.emailOverride } : {}
      return { status: { state: change.state, text: change.text, send_email: change.sendEmail, ...override } }
    }
    case 'category':
      return { category: { sub_category: categoryPath(change.main, change.sub), text: change.text } }
    case 'note':
      return { notes: [{ text: change.text }] }
    case 'priority':
      return { priority: { priority: change.priority } }
    case 'assign':
      return { assigned_user_email: change.userEmail }
    case 'route':
      return {
        routing_departments: change.departments.map((code) => ({ id: client.departmentIds.get(code) })),
      }
  }
}

async function addPhoto(
  client: Client,
  made: Made,
  { by, change }: { by: string | null; change: Extract<DemoChange, { kind: 'photo' }> },
): Promise<void> {
  const path = `${V1}/private/signals/${made.id}/attachments`
  const added = (await client.send('POST', path, { body: await photoForm(change.file), by })) as {
    _links: { self: { href: string } }
  }
  const own = new URL(added._links.self.href).pathname
  await client.send('PATCH', own, { body: { caption: change.caption, public: true }, by })
}

async function split(
  client: Client,
  made: Made,
  { by, children }: { by: string | null; children: readonly DemoChild[] },
): Promise<void> {
  const now = client.context.clock.now()
  const body = children.map((child) => ({
    text: child.text,
    location: locationOf(made.place, made.address),
    category: { sub_category: categoryPath(child.main, child.sub) },
    reporter: {},
    incident_date_start: now.toISOString(),
    parent: made.id,
  }))
  const answered = (await client.send('POST', `${V1}/private/signals`, { body, by })) as { id: number }[]
  answered.forEach(({ id }, index) => {
    const steps = children[index]?.steps ?? []
    client.added.push(...stepsOf(client, { ...made, id }, { steps, created: now.getTime() }))
  })
}

async function giveFeedback(
  client: Client,
  made: Made,
  change: Extract<DemoChange, { kind: 'feedback' }>,
): Promise<void> {
  const token = await findLinkInMail(client.context, {
    signalId: made.id,
    pattern: /\/kto\/(?:ja|nee)\/([\w-]+)/,
  })
  await client.send('PUT', `${V1}/public/feedback/forms/${token}`, {
    body: {
      is_satisfied: change.isSatisfied,
      text_list: change.textList,
      text_extra: change.textExtra,
      allows_contact: change.allowsContact,
    },
  })
}

async function react(
  client: Client,
  made: Made,
  reaction: { kind: 'reactie' | 'extern'; text: string },
): Promise<void> {
  const pattern = new RegExp(`/incident/${reaction.kind}/([0-9a-f-]{36})`)
  const session = await findLinkInMail(client.context, { signalId: made.id, pattern })
  const path = `${V1}/public/qa/sessions/${session}`
  const { path_questions } = (await client.send('GET', path)) as { path_questions: { uuid: string }[] }
  const body = [{ question_uuid: path_questions[0]?.uuid, payload: reaction.text }]
  await client.send('POST', `${path}/answers`, { body })
  await client.send('POST', `${path}/submit`, { body: {} })
}
