import type { Page } from 'playwright-core'
import { type MadeReport, type Office, openOffice, readDemoPhoto } from '../lib/office.ts'
import { runUntilEnd, type Server } from '../lib/server.ts'
import { EVERY_QUESTION, QUESTIONED } from './every-question.ts'

export const STREET = 'Oude Delft 48'
export const LAMP = 'De lantaarnpaal voor de school doet het niet. Het is er erg donker.'
const LAMP_CATEGORY = 'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting'

export type MailedLink = 'yes' | 'no' | 'reaction' | 'external' | 'verify' | 'myReports' | 'confirm' | 'stop'

/** A municipality with reports in every state that a resident meets. */
export interface World {
  readonly base: string
  /** Of a report on the public map. */
  readonly reference: string
  /** The stylesheet of the theme with high contrast. */
  readonly highContrast: string
  /** A link that nobody used yet, mailed for this. */
  mailLink(kind: MailedLink): Promise<string>
  /** One that may be looked at as often as one likes. */
  sharedLink(kind: MailedLink): Promise<string>
  /** The link to answer a question about a report that was handled meanwhile. */
  lateReaction(): Promise<string>
}

export async function createWorld(server: Server): Promise<World> {
  const base = `http://localhost:${server.port}`
  const office = await openOffice(base)
  await office.publishQuestions(QUESTIONED, EVERY_QUESTION)
  const followed = await office.makeReport({ email: newAddress(), text: LAMP, category: LAMP_CATEGORY })
  await runTask(server, 'refresh-public-map')
  const reference = await findReference(base)
  const links = createLinks({ base, office, reference, followed })
  const shared = new Map<MailedLink, Promise<string>>()
  return {
    base,
    reference,
    highContrast: await findHighContrast(base),
    mailLink: (kind) => links[kind](),
    sharedLink(kind) {
      const known = shared.get(kind) ?? links[kind]()
      shared.set(kind, known)
      return known
    },
    async lateReaction() {
      const report = await office.makeReport({ email: newAddress() })
      const path = await askReaction(office, report)
      await office.changeStatus(report.id, { state: 'o', text: 'Wij hebben de bank al gemaakt.' })
      return path
    },
  }
}

let addresses = 0

export function newAddress(): string {
  addresses += 1
  return `bewoner-${process.pid}-${addresses}@voorbeeld.example`
}

async function runTask(server: Server, task: string): Promise<void> {
  const { status, output } = await runUntilEnd(['task', 'run', task, '--data-dir', server.dataDir])
  if (status !== 0) throw new Error(output)
}

/** The newest report comes first. */
async function findReference(base: string): Promise<string> {
  const html = await (await fetch(`${base}/meldingenkaart`)).text()
  const reference = /\/volgen\/melding\/(\w+)/.exec(html)?.[1]
  if (!reference) throw new Error('no report can be followed')
  return reference
}

async function findHighContrast(base: string): Promise<string> {
  const html = await (await fetch(`${base}/thema-voorbeeld?thema=high-contrast`)).text()
  const href = /href="(\/thema\/[\w-]+\.css)"/.exec(html)?.[1]
  if (!href) throw new Error('the theme with high contrast has no stylesheet')
  return href
}

interface Sources {
  readonly base: string
  readonly office: Office
  readonly reference: string
  readonly followed: MadeReport
}

function createLinks(sources: Sources): Record<MailedLink, () => Promise<string>> {
  const { base, office, reference, followed } = sources
  return {
    yes: () => handle(office, /\/kto\/ja\//),
    no: () => handle(office, /\/kto\/nee\//),
    reaction: async () => askReaction(office, await office.makeReport({ email: newAddress() })),
    external: () => forward(office),
    verify: () => changeContact(office),
    myReports: () => sendMyReports(sources),
    confirm: () => follow(base, office, reference),
    async stop() {
      const email = newAddress()
      const path = await follow(base, office, reference, email)
      await postForm(`${base}${path}`, {})
      await office.changeStatus(followed.id, { state: 'ingepland', text: 'Wij komen volgende week.' })
      return office.findLink(email, /\/volgen\/stop\//)
    },
  }
}

async function handle(office: Office, link: RegExp): Promise<string> {
  const email = newAddress()
  const { id } = await office.makeReport({ email })
  await office.changeStatus(id, { state: 'o', text: 'De bank is weer heel.', send_email: true })
  return office.findLink(email, link)
}

async function askReaction(office: Office, { id, email }: MadeReport): Promise<string> {
  const text = 'Welke bank is het: die bij de vijver, of die bij de ingang?'
  await office.changeStatus(id, { state: 'reaction requested', text, send_email: true })
  return office.findLink(email, /\/incident\/reactie\//)
}

async function forward(office: Office): Promise<string> {
  const contractor = newAddress()
  const { id } = await office.makeReport({ email: newAddress(), photo: 'broken-bench.jpg' })
  await office.changeStatus(id, {
    state: 'forward to external',
    text: 'Wilt u de bank maken?',
    send_email: true,
    email_override: contractor,
  })
  return office.findLink(contractor, /\/incident\/extern\//)
}

async function changeContact(office: Office): Promise<string> {
  const { id } = await office.makeReport({ email: newAddress() })
  const other = newAddress()
  await office.changeContact(id, other)
  return office.findLink(other, /\/verify_email\//)
}

/** With a report that was handled and has a photo, and one that was just made. */
async function sendMyReports({ base, office }: Sources): Promise<string> {
  const email = newAddress()
  const first = await office.makeReport({ email, photo: 'broken-bench.jpg' })
  await office.changeStatus(first.id, { state: 'b', text: '' })
  await office.changeStatus(first.id, { state: 'o', text: 'De bank is weer heel.', send_email: true })
  await office.makeReport({ email, text: 'Er ligt een hoop grofvuil naast de glasbak in onze straat.' })
  await postForm(`${base}/mijn-meldingen`, { _email: email })
  return office.findLink(email, /\/mijn-meldingen\/[\w.~-]{20,}/)
}

async function follow(base: string, office: Office, reference: string, email = newAddress()) {
  await postForm(`${base}/volgen/melding/${reference}`, { _email: email })
  return office.findLink(email, /\/volgen\/bevestig\//)
}

async function postForm(url: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}

export interface GivenReport {
  readonly text?: string
  readonly photo?: string
  /** `main/sub`, when it is not to be suggested. */
  readonly category?: string
  readonly street?: string
}

/** Begins a report as the forms do, without walking through them. */
export async function beginReport(page: Page, base: string, given: GivenReport = {}): Promise<void> {
  const { text = LAMP, photo, category, street } = given
  const { request } = page
  const file = photo && { name: photo, mimeType: 'image/jpeg', buffer: readDemoPhoto(photo) }
  await request.post(base, {
    multipart: { _text: text, _action: 'next', ...(file ? { _photos: file } : {}) },
  })
  const place = `${base}/melden/plaats`
  if (category) await request.post(place, { form: { _category: category, _action: 'category' } })
  if (!street) return
  const found = await request.post(`${base}/melden/adressen`, { data: { query: street } })
  const [first] = (await found.json()) as { value: string }[]
  if (!first) throw new Error(`there is no ${street}`)
  await request.post(place, { form: { _place: first.value, _action: 'place' } })
}
