import type { MailServer } from '../lib/mail-server.ts'
import type { Hint } from './hint-document.ts'

/** Values that lead to something, for parameters that chance would never hit. */
export type KnownThings = Readonly<Record<string, readonly string[]>>

export interface Surroundings {
  readonly url: string
  readonly employeeToken: string
  readonly mails: MailServer
}

export const REPORTER = 'melder@bewoners.example'

/** Makes reports in several stages, and asks reporter and outside party, so that mailed links exist. */
export async function makeKnownThings(around: Surroundings): Promise<{
  readonly things: KnownThings
  readonly hints: readonly Hint[]
  readonly reporterToken: string
}> {
  const made = await Promise.all([1, 2, 3, 4].map((number) => makeReport(around, number)))
  const [handled, asked, forwarded] = made
  if (!handled || !asked || !forwarded) throw new Error('no reports were made')
  await changeStatus(around, handled.id, { state: 'o', text: 'De lamp brandt weer.', send_email: true })
  await changeStatus(around, asked.id, { state: 'reaction requested', text: 'Welke lamp is het?' })
  await changeStatus(around, forwarded.id, {
    state: 'forward to external',
    text: 'Wilt u ernaar kijken?',
    send_email: true,
    email_override: 'aannemer@bedrijf.example',
  })
  await ask(around, 'POST', '/v1/my/signals/request-auth-token', { email: REPORTER })
  const reporterToken = await linkIn(around, /\/mijn-meldingen\/([\w.~-]+)/)
  const sessions = [
    await linkIn(around, /\/incident\/reactie\/([\w-]+)/),
    await linkIn(around, /\/incident\/extern\/([\w-]+)/),
  ]
  const things = {
    report_numbers: made.map(({ id }) => String(id)),
    report_uuids: made.map(({ uuid }) => uuid),
    sessions,
    feedback_tokens: [await linkIn(around, /\/kto\/(?:ja|nee)\/([\w-]+)/)],
    small_numbers: ['1', '2', '3', '5', '8'],
    ...(await listSlugs(around)),
  }
  const hints: Hint[] = [
    { property: 'geometrie', values: [await placeIn(around)] },
    {
      property: 'category',
      values: things.sub_categories.slice(0, 5).map((sub_category) => ({ sub_category })),
    },
    { property: 'email', values: [REPORTER] },
    { property: 'parent', values: made.map(({ id }) => id) },
    { property: 'session', values: sessions },
    { property: 'role_ids', values: SMALL_IDS },
    { property: 'permission_ids', values: SMALL_IDS },
    { property: 'department_ids', values: SMALL_IDS },
    { property: 'categories', values: SMALL_IDS },
    { property: 'category_id', values: SMALL_IDS },
    { property: '_type', values: [1] },
    { property: 'geometry', values: [SQUARE] },
    { property: 'code', values: ['sub == "overig"', 'main in {"afval", "wegen"}'] },
  ]
  return { things, hints, reporterToken }
}

const SMALL_IDS = [1, 2, 3]

const SQUARE = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [4.9, 52.3],
        [5, 52.3],
        [5, 52.4],
        [4.9, 52.3],
      ],
    ],
  ],
}

async function makeReport(around: Surroundings, number: number): Promise<{ id: number; uuid: string }> {
  const { sub } = await firstCategory(around)
  const answer = await ask(around, 'POST', '/v1/public/signals', {
    text: `Lantaarnpaal ${number} brandt niet`,
    category: { sub_category: sub },
    location: { geometrie: await placeIn(around) },
    reporter: { email: REPORTER, phone: '0612345678', sharing_allowed: true },
    incident_date_start: '2026-11-01T10:00:00+01:00',
  })
  const { id, signal_id: uuid } = (await answer.json()) as { id: number; signal_id: string }
  return { id, uuid }
}

async function changeStatus(around: Surroundings, id: number, status: object): Promise<void> {
  await ask(around, 'PATCH', `/v1/private/signals/${id}`, { status })
}

/** A corner of an area is a place that every municipality accepts. */
async function placeIn(around: Surroundings) {
  const answer = await ask(around, 'GET', '/v1/public/areas?page_size=1')
  const { results } = (await answer.json()) as { results: { bbox: [number, number, number, number] }[] }
  const [west = 0, south = 0, east = 0, north = 0] = results[0]?.bbox ?? []
  return { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }
}

interface Main {
  readonly slug: string
  readonly sub_categories: { readonly slug: string; readonly _links: { readonly self: { href: string } } }[]
}

async function listMains(around: Surroundings): Promise<Main[]> {
  const answer = await ask(around, 'GET', '/v1/public/terms/categories')
  return ((await answer.json()) as { results: Main[] }).results
}

async function firstCategory(around: Surroundings): Promise<{ sub: string }> {
  const sub = (await listMains(around))[0]?.sub_categories[0]?._links.self.href
  if (sub === undefined) throw new Error('there is no category')
  return { sub }
}

async function listSlugs(around: Surroundings) {
  const main = (await listMains(around))[0]
  return {
    main_slugs: [main?.slug ?? ''],
    sub_slugs: (main?.sub_categories ?? []).map(({ slug }) => slug),
    sub_categories: (main?.sub_categories ?? []).map(({ _links }) => _links.self.href),
  }
}

async function ask(around: Surroundings, method: string, path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(`${around.url}/signals${path}`, {
    method,
    headers: {
      authorization: `Bearer ${around.employeeToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

const MAIL_MILLISECONDS = 15_000

async function linkIn({ mails }: Surroundings, pattern: RegExp): Promise<string> {
  const until = Date.now() + MAIL_MILLISECONDS
  while (Date.now() < until) {
    for (const { source } of mails.mails) {
      const found = pattern.exec(source.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1]
      if (found) return found
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no mail with a link like ${pattern.source}`)
}
