import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMailedPath } from './mailbox.ts'
import { signIn, type Visitor } from './visitor.ts'

const DEMO = join(import.meta.dirname, '..', '..', 'demo')
const ADMINISTRATOR = 'beheerder@waterveste.example'
/** In the middle of the demonstration's town. */
const HERE = [4.357, 52.0115] as const

export interface MadeReport {
  readonly id: number
  readonly uuid: string
  readonly email: string
}

export interface NewReport {
  readonly email: string
  readonly text?: string
  /** `main/sub` */
  readonly category?: string
  readonly photo?: string
}

/** What the municipality does, by its API, so that a resident has mails and answers to look at. */
export interface Office {
  makeReport(report: NewReport): Promise<MadeReport>
  changeStatus(id: number, status: Readonly<Record<string, unknown>>): Promise<void>
  changeContact(id: number, email: string): Promise<void>
  publishQuestions(category: string, questions: readonly unknown[]): Promise<void>
  /** Writes to someone, and finds the link in it. */
  findLink(email: string, pattern: RegExp): Promise<string>
}

export async function openOffice(base: string): Promise<Office> {
  const { visitor } = await signIn(base, ADMINISTRATOR)
  const session = (await (await visitor.visit('/auth/session')).json()) as { csrf_token: string }
  const ask = createAsk(visitor, session.csrf_token)
  return {
    makeReport: (report) => makeReport(base, report),
    changeStatus: async (id, status) => void (await ask('PATCH', `/private/signals/${id}`, { status })),
    changeContact: async (id, email) =>
      void (await ask('POST', `/private/signals/${id}/reporters`, { email, sharing_allowed: false })),
    publishQuestions: (category, questions) => publishQuestions(ask, category, questions),
    findLink: (email, pattern) => findMailedPath(base, email, pattern),
  }
}

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>

function createAsk(visitor: Visitor, token: string): Ask {
  return async (method, path, body) => {
    const answer = await visitor.visit(`/signals/v1${path}`, {
      method,
      headers: { 'x-csrf-token': token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
}

async function makeReport(base: string, report: NewReport): Promise<MadeReport> {
  const { email, text = 'De bank in het park is kapot', category = 'overig/overig', photo } = report
  const [main, sub] = category.split('/')
  const answer = await fetch(`${base}/signals/v1/public/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text,
      location: {
        geometrie: { type: 'Point', coordinates: HERE },
        address: { openbare_ruimte: 'Oude Delft', huisnummer: 48, postcode: '2611GA', woonplaats: 'Delft' },
      },
      category: { sub_category: `/signals/v1/public/terms/categories/${main}/sub_categories/${sub}` },
      reporter: { email },
      incident_date_start: new Date().toISOString(),
    }),
  })
  if (answer.status !== 201) throw new Error(`a report was refused: ${await answer.text()}`)
  const { id, signal_id: uuid } = (await answer.json()) as { id: number; signal_id: string }
  if (photo) await addPhoto(base, uuid, photo)
  return { id, uuid, email }
}

async function addPhoto(base: string, uuid: string, name: string): Promise<void> {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(readDemoPhoto(name))], name, { type: 'image/jpeg' }))
  const answer = await fetch(`${base}/signals/v1/public/signals/${uuid}/attachments`, {
    method: 'POST',
    body: form,
  })
  if (!answer.ok) throw new Error(`a photo was refused: ${await answer.text()}`)
}

export function readDemoPhoto(name: string): Buffer {
  return readFileSync(join(DEMO, 'photos', name))
}

interface ListedCategory {
  readonly id: number
  readonly slug: string
  readonly _links: { readonly self: { readonly public?: string } }
}

async function publishQuestions(ask: Ask, category: string, questions: readonly unknown[]): Promise<void> {
  const slug = category.split('/')[1]
  const { results } = (await ask('GET', '/private/categories/?page_size=500')) as {
    results: ListedCategory[]
  }
  const found = results.find((one) => one.slug === slug)
  if (!found) throw new Error(`there is no category ${category}`)
  const path = `/private/categories/${found.id}/questions`
  const design = (await ask('PUT', `${path}/draft`, { questions, revision: 0 })) as {
    draft: { revision: number }
  }
  await ask('POST', `${path}/publish`, { revision: design.draft.revision })
}
