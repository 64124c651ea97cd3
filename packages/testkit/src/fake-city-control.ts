import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCityControl, findAll, readXml, type XmlElement } from '@signalen/integrations'
import type { CityControl } from '@signalen/services'

/**
 * How it misbehaves from now on: `refusing` answers Fo03, `down` 503, `hung` not at all, `babbling` with what is no
 * message, `forgetful` refuses documents alone.
 */
export type CityControlMood = 'well' | 'refusing' | 'down' | 'hung' | 'babbling' | 'forgetful'

export interface FakeCase {
  readonly description: string
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
  readonly documents: { readonly fileName: string; readonly pdf: Buffer }[]
}

export interface FakeCityControl {
  readonly url: string
  readonly token: string
  /** The way to it, which is patient for a third of a second. */
  readonly port: CityControl
  /** By their numbers. */
  readonly cases: Map<string, FakeCase>
  /** What each request wanted, refused ones too. */
  readonly actions: string[]
  setMood(mood: CityControlMood): void
  close(): Promise<void>
}

const TOKEN = Buffer.from('signalen:a secret of the test').toString('base64')
const ZKN = 'http://www.egem.nl/StUF/sector/zkn/0310'
const STUF = 'http://www.egem.nl/StUF/StUF0301'

interface World {
  readonly cases: Map<string, FakeCase>
  readonly actions: string[]
  mood: CityControlMood
}

/** CityControl in this process, which takes only what is well-formed, new and allowed. */
export async function openFakeCityControl(): Promise<FakeCityControl> {
  const world: World = { cases: new Map(), actions: [], mood: 'well' }
  const server = createServer((request, response) => {
    answer(world, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/stuf`
  return {
    url,
    token: TOKEN,
    port: createCityControl({ url, token: TOKEN, timeoutMilliseconds: 300 }),
    cases: world.cases,
    actions: world.actions,
    setMood(mood) {
      world.mood = mood
    },
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const action = /\/(\w+)_Lk01"$/.exec(String(request.headers.soapaction))?.[1] ?? ''
  world.actions.push(action)
  const { mood } = world
  if (mood === 'hung') return
  if (mood === 'down') return end(response, 503, 'closed')
  if (mood === 'babbling') return end(response, 200, '<html><body>Welkom</body></html>')
  const isAllowed = request.method === 'POST' && request.headers.authorization === `Basic ${TOKEN}`
  if (!isAllowed) return end(response, 401, 'who are you?')
  const isXml = request.headers['content-type'] === 'text/xml; charset=UTF-8'
  const root = isXml ? readXml(Buffer.concat(chunks).toString('utf8')) : undefined
  const isRefused = mood === 'refusing' || (mood === 'forgetful' && action === 'VoegZaakdocumentToe')
  const isTaken = root !== undefined && !isRefused && take(world, action, root)
  end(response, isTaken ? 200 : 500, writeAnswer(isTaken ? 'Bv03' : 'Fo03'))
}

function take({ cases }: World, action: string, root: XmlElement): boolean {
  const [object] = findAll(root, [{ namespace: ZKN, name: 'object' }])
  if (!object) return false
  if (action === 'CreeerZaak') return takeCase(cases, object)
  return action === 'VoegZaakdocumentToe' && takeDocument(cases, object)
}

function takeCase(cases: World['cases'], object: XmlElement): boolean {
  const fields = Object.fromEntries(listLeaves(object))
  const number = fields.identificatie ?? ''
  if (!/^SIA-\d+\.\d{2}$/.test(number) || cases.has(number)) return false
  cases.set(number, {
    description: fields.omschrijving ?? '',
    text: fields.toelichting ?? '',
    fields,
    documents: [],
  })
  return true
}

function takeDocument(cases: World['cases'], object: XmlElement): boolean {
  const path = ['isRelevantVoor', 'gerelateerde', 'identificatie'].map((name) => ({ namespace: ZKN, name }))
  const [number] = findAll(object, path)
  const content = object.children.find(({ name }) => name === 'inhoud')
  const found = cases.get(number?.text ?? '')
  if (!found || !content) return false
  found.documents.push({
    fileName: content.attributes.bestandsnaam ?? '',
    pdf: Buffer.from(content.text, 'base64'),
  })
  return true
}

/** The fields of a case by their names; of what is related to it nothing but the address. */
function listLeaves(element: XmlElement): [name: string, text: string][] {
  return element.children.flatMap((child): [string, string][] => {
    if (child.name === 'isVan') return []
    if (child.children.length > 0) return listLeaves(child)
    return [[child.attributes.naam ?? child.name, child.text]]
  })
}

function writeAnswer(code: string): string {
  return `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><Bericht xmlns="${STUF}"><stuurgegevens><berichtcode>${code}</berichtcode></stuurgegevens></Bericht></e:Body></e:Envelope>`
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
}
