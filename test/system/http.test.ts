import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { startTokenIssuer, type TokenIssuer } from '../lib/token-issuer.ts'
import { formOf, type Received, type Sent, send } from '../lib/wire.ts'

/** What goes over the wire besides bodies: methods, headers, limits, and what an error may not tell. */

const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
const ADMINISTRATOR = 'beheerder@waterveste.example'
const WASTE_HANDLER = 'behandelaar.afval@waterveste.example'
const ROADS_HANDLER = 'behandelaar.wegen@waterveste.example'
const READER = 'kijker@waterveste.example'
const REPORTS_PER_MINUTE = 6
const REPORTER = 'melder@bewoners.example'

let issuer: TokenIssuer
let server: Server
let clients = 0

beforeAll(async () => {
  issuer = await startTokenIssuer()
  server = await startServer({
    configFile: CONFIG,
    environment: {
      OIDC_ISSUER: issuer.url,
      SMTP_URL: 'smtp://127.0.0.1:9',
      PUBLIC_RATE_LIMIT: `${REPORTS_PER_MINUTE}/minute`,
      TRUST_PROXY: 'yes',
    },
  })
})

afterAll(async () => {
  await server.stop()
  server.remove()
  await issuer.close()
})

/** Each from an address of its own, so that no test is slowed down by another; unless it says so. */
async function ask(path: string, { as, ...sent }: Sent & { as?: string } = {}): Promise<Received> {
  clients += 1
  const headers = {
    'x-forwarded-for': `192.0.2.${clients % 250}`,
    ...(as ? { authorization: `Bearer ${await issuer.tokenFor(as)}` } : {}),
    ...sent.headers,
  }
  return send(server.url, path, { ...sent, headers })
}

async function report(text = 'De container zit vol', headers: Record<string, string> = {}) {
  return ask('/signals/v1/public/signals', { method: 'POST', headers, json: reportOf(text) })
}

function reportOf(text: string) {
  return {
    text,
    category: {
      sub_category: `${server.url}/signals/v1/public/terms/categories/afval/sub_categories/grofvuil`,
    },
    location: { geometrie: { type: 'Point', coordinates: [4.36, 52.01] } },
    reporter: { email: REPORTER },
    incident_date_start: '2026-11-01T10:00:00+01:00',
  }
}

async function countReports(text: string): Promise<number> {
  const answer = await ask('/signals/v1/private/signals?page_size=500', { as: ADMINISTRATOR })
  const { results } = answer.json<{ results: { text: string }[] }>()
  return results.filter((one) => one.text === text).length
}

describe('addresses', () => {
  test.each(['/signals', '/signals/v1', '/signals/v1/public/areas', '/signals/v1/public/terms/categories'])(
    '%s is the same with and without a slash at the end',
    async (path) => {
      const [bare, slashed] = await Promise.all([ask(path), ask(`${path}/`)])
      expect(bare.status).toBe(200)
      expect(slashed.status).toBe(200)
      const plain = ({ text }: Received) => text.replaceAll(`${path}/"`, `${path}"`)
      expect(plain(slashed)).toBe(plain(bare))
    },
  )

  test('are understood with the name of a format behind them', async () => {
    const [bare, named] = await Promise.all([
      ask('/signals/v1/public/areas?page_size=1'),
      ask('/signals/v1/public/areas.json?page_size=1'),
    ])
    expect([named.status, named.text]).toEqual([200, bare.text])
  })

  test('take a report with a slash at the end, as existing forms send it', async () => {
    const answer = await ask('/signals/v1/public/signals/', { method: 'POST', json: reportOf('Met streep') })
    expect(answer.status).toBe(201)
  })

  test('that cannot be read are refused in the form of every other fault', async () => {
    for (const path of [
      '/signals/v1/public/areas/%zz',
      '/signals/v1/public/signals/%ff%fe',
      '/signals/media/%',
    ]) {
      const answer = await ask(path)
      expect([answer.status, Object.keys(answer.json())]).toEqual([400, ['detail']])
    }
  })

  test('that are not there are a 404, whatever stands in them', async () => {
    const odd = [
      '%00',
      '..%2f..%2fetc%2fpasswd',
      '%27%20or%201%3D1',
      'x'.repeat(290),
      '-1',
      '1e9',
      '99999999999999999999',
    ]
    for (const part of odd) {
      for (const place of [
        '/signals/v1/public/signals',
        '/signals/v1/private/signals',
        '/signals/v1/private/users',
      ]) {
        const answer = await ask(`${place}/${part}`, { as: ADMINISTRATOR })
        expect([place, part, answer.status, Object.keys(answer.json())]).toEqual([
          place,
          part,
          404,
          ['detail'],
        ])
      }
    }
  })
})

describe('methods', () => {
  test('HEAD answers as GET does, without a body', async () => {
    const [whole, head] = await Promise.all([
      ask('/signals/v1/public/areas'),
      ask('/signals/v1/public/areas', { method: 'HEAD' }),
    ])
    expect(head.status).toBe(200)
    expect(head.text).toBe('')
    expect(head.headers['content-length']).toBe(whole.headers['content-length'])
    expect(head.headers['x-api-version']).toBe(whole.headers['x-api-version'])
  })

  test('HEAD is refused where GET is', async () => {
    expect((await ask('/signals/v1/private/signals', { method: 'HEAD' })).status).toBe(401)
    const answer = await ask('/signals/v1/public/signals', { method: 'HEAD' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST, OPTIONS'])
  })

  test('OPTIONS tells the methods of an address, to anyone', async () => {
    const answer = await ask('/signals/v1/private/signals/1', { method: 'OPTIONS' })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers.allow).toBe('GET, HEAD, PATCH, OPTIONS')
  })

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'])(
    '%s of an address that lacks it is a 405 that names those it has',
    async (method) => {
      const answer = await ask('/signals/v1/public/signals', { method, headers: { 'content-type': 'x/y' } })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('POST, OPTIONS')
      expect(answer.json()).toEqual({ detail: `Methode "${method}" niet toegestaan.` })
    },
  )

  test('that an address lacks are told to those who may come there only', async () => {
    expect((await ask('/signals/v1/private/signals', { method: 'DELETE' })).status).toBe(401)
    const answer = await ask('/signals/v1/private/signals', { method: 'DELETE', as: READER })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })
})

describe('headers', () => {
  test('tell the version with every answer, good or bad', async () => {
    const answers = await Promise.all([
      ask('/signals'),
      ask('/signals/v1/private/me'),
      ask('/signals/v1/geen-adres'),
      ask('/signals/v1/public/signals'),
      ask('/signals/v1/public/signals', { method: 'POST', json: {} }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 405, 400])
    const version = answers[0]?.json<{ version: string }>().version
    for (const { headers } of answers) expect(headers['x-api-version']).toBe(version)
  })

  test('keep what is for one person out of caches, and pages of others from using it', async () => {
    const answer = await ask('/signals/v1/private/me', { as: READER })
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    })
    expect(answer.headers).not.toHaveProperty('x-powered-by')
    expect(answer.headers).not.toHaveProperty('server')
  })

  test('let every origin ask, but never with a cookie', async () => {
    const origin = 'https://formulier.example'
    const preflight = await ask('/signals/v1/private/signals/1', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization, content-type, if-match, idempotency-key',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe('*')
    expect(preflight.headers['access-control-allow-methods']).toContain('PATCH')
    for (const name of ['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key']) {
      expect(preflight.headers['access-control-allow-headers']).toContain(name)
    }
    for (const path of ['/signals/v1/public/areas', '/signals/v1/private/me', '/signals/v1/geen-adres']) {
      const { headers } = await ask(path, { headers: { origin, cookie: 'signalen_session=x' } })
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers).not.toHaveProperty('access-control-allow-credentials')
      for (const name of ['Link', 'X-API-Version', 'X-Total-Count']) {
        expect(headers['access-control-expose-headers']).toContain(name)
      }
    }
  })

  test('page through maps: Link and X-Total-Count', async () => {
    const path = '/signals/v1/public/areas/geography?page_size=5'
    const first = await ask(path)
    const total = Number(first.headers['x-total-count'])
    expect(total).toBeGreaterThan(10)
    expect(first.headers.link).toBe(
      `<${server.url}${path}>; rel="self",<${server.url}/signals/v1/public/areas/geography?geopage=2&page_size=5>; rel="next"`,
    )
    const second = await ask('/signals/v1/public/areas/geography?geopage=2&page_size=5')
    expect(second.headers.link).toMatch(
      /rel="self",<[^>]+geopage=3[^>]+>; rel="next",<[^>]+geopage=1[^>]+>; rel="prev"/,
    )
    const last = await ask(`/signals/v1/public/areas/geography?geopage=last&page_size=5`)
    expect(last.headers.link).not.toContain('rel="next"')
    expect((await ask('/signals/v1/public/areas/geography?geopage=999&page_size=5')).status).toBe(404)
  })
})

describe('who asks', () => {
  const challenge = 'Bearer realm="signals"'

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic YTpi'],
    ['no token', 'Bearer'],
    ['two tokens', 'Bearer a b'],
    ['no JWT', 'Bearer x'],
    ['an unsigned JWT', `Bearer ${unsigned({ email: ADMINISTRATOR })}`],
  ])('with %s gets a 401 that says what is wanted', async (_name, authorization) => {
    const headers = authorization ? { authorization } : {}
    const answer = await ask('/signals/v1/private/me', { headers })
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, challenge])
    expect(Object.keys(answer.json())).toEqual(['detail'])
  })

  test('as somebody who is not known here, or no longer active, gets a 401', async () => {
    for (const as of ['niemand@elders.example', 'inactief@waterveste.example']) {
      const answer = await ask('/signals/v1/private/me', { as })
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, challenge])
    }
  })

  test('is asked before what they may, and that before what there is', async () => {
    const path = '/signals/v1/private/signals/2000000000'
    const broken = { method: 'PATCH', body: '{', headers: { 'content-type': 'application/json' } }
    expect((await ask(path, broken)).status).toBe(401)
    expect((await ask(path, { ...broken, as: READER })).status).toBe(403)
    expect((await ask(path, { ...broken, as: ROADS_HANDLER })).status).toBe(400)
    expect((await ask(path, { method: 'PATCH', json: {}, as: ROADS_HANDLER })).status).toBe(404)
    expect((await ask('/signals/v1/private/roles/2000000000', { method: 'DELETE', as: READER })).status).toBe(
      403,
    )
  })

  test('for the report of another department is refused, and told nothing of it', async () => {
    const { id } = (await report('Alleen voor afval')).json<{ id: number }>()
    const path = `/signals/v1/private/signals/${id}`
    expect((await ask(path, { as: WASTE_HANDLER })).status).toBe(200)
    for (const part of ['', '/history', '/attachments', '/children', '/context', '/reporters']) {
      const answer = await ask(`${path}${part}`, { as: ROADS_HANDLER })
      expect([part, [403, 404].includes(answer.status)]).toEqual([part, true])
      expect(answer.text).not.toMatch(/afval|grofvuil|bewoners/i)
    }
  })

  test('is of no interest to what is for everyone', async () => {
    const headers = { authorization: 'Bearer of nobody' }
    expect((await ask('/signals/v1/public/areas', { headers })).status).toBe(200)
  })
})

function unsigned(claims: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ ...claims, exp: 4_000_000_000 })}.`
}

describe('bodies', () => {
  const json = { 'content-type': 'application/json' }
  const post = (body: string, headers: Record<string, string> = json) =>
    ask('/signals/v1/public/signals', { method: 'POST', body, headers })

  test('larger than can be are a 413', async () => {
    const answer = await post(JSON.stringify({ text: 'x'.repeat(3 * 1024 * 1024) }))
    expect(answer.status).toBe(413)
    expect(Object.keys(answer.json())).toEqual(['detail'])
  })

  test.each(['application/xml', 'text/plain', 'application/octet-stream', 'nonsense'])(
    'of type %s are a 415',
    async (type) => {
      const answer = await post('<a/>', { 'content-type': type })
      expect([answer.status, Object.keys(answer.json())]).toEqual([415, ['detail']])
    },
  )

  test.each([
    '{',
    '',
    '[1,',
    '{"a":}',
    '\u0000',
    '{"__proto__":{"x":1}}',
    `${'['.repeat(50_000)}`,
    '"tekst"',
    'null',
    '3',
  ])('that say nothing sensible are a 400: %s', async (body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.text).not.toMatch(/\bat \/|node_modules|packages\//)
  })

  test('in bytes that are no text are a 400 or taken for what they can be', async () => {
    const answer = await ask('/signals/v1/public/signals', {
      method: 'POST',
      body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      headers: json,
    })
    expect(answer.status).toBe(400)
  })

  test('name the field that is wrong, nested as they came', async () => {
    const answer = await ask('/signals/v1/public/signals', {
      method: 'POST',
      json: {
        ...reportOf('NUL \u0000 in de tekst'),
        reporter: { email: 'geen adres', phone: 'x'.repeat(50) },
        location: { geometrie: { type: 'Point', coordinates: [1e308, 52] } },
        incident_date_start: '+275760-09-13T00:00:00Z',
      },
    })
    expect(answer.status).toBe(400)
    const errors = answer.json<{ reporter: object }>()
    expect(Object.keys(errors)).toEqual(expect.arrayContaining(['text', 'reporter', 'incident_date_start']))
    expect(Object.keys(errors.reporter)).toEqual(['email', 'phone'])
  })

  test('with JSON deeper than anyone means are a 400', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`)
    const answer = await ask('/signals/v1/public/signals', {
      method: 'POST',
      json: { ...reportOf('Diep'), extra_properties: deep },
    })
    expect(answer.status).toBe(400)
  })

  test('with a broken form, or none where one should be, are a 400', async () => {
    const { signal_id: uuid } = (await report('Met formulier')).json<{ signal_id: string }>()
    const path = `/signals/v1/public/signals/${uuid}/attachments`
    const whole = formOf({ field: 'file', name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('x') })
    const cut = { ...whole, body: String(whole.body).slice(0, -20) }
    for (const sent of [
      cut,
      { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
      { json: {} },
    ]) {
      expect((await ask(path, { method: 'POST', ...sent })).status).toBe(400)
    }
  })

  test('with a file that is too large name the file, and leave nothing', async () => {
    const { signal_id: uuid, id } = (await report('Met grote foto')).json<{ signal_id: string; id: number }>()
    const form = formOf({
      field: 'file',
      name: 'a.jpg',
      type: 'image/jpeg',
      bytes: Buffer.alloc(22 * 1024 * 1024, 1),
    })
    const answer = await ask(`/signals/v1/public/signals/${uuid}/attachments`, { method: 'POST', ...form })
    expect([400, 413]).toContain(answer.status)
    const list = await ask(`/signals/v1/private/signals/${id}/attachments`, { as: ADMINISTRATOR })
    expect(list.json<{ count: number }>().count).toBe(0)
  })
})

describe('queries', () => {
  const odd = [
    'page=0',
    'page=-1',
    'page=x',
    'page_size=-5',
    'page_size=x',
    'page_size=999999999999',
    'page=1&page=2',
    'id[]=1',
    'id=%00',
    'id=1e400',
    'id=9999999999999999999',
    'status[a][b]=m',
    'created_after=0000-00-00',
    'created_after=%2b275760-09-13',
    'created_before=9999-12-31T23:59:59.999999-23:59',
    'bbox=a,b',
    'ordering=%27;drop',
    'category_slug=%ff',
    'address_text=%25%25%5f%5c',
    'area_code=a&area_code=b',
    'priority=%F0%9F%98%80',
    'updated_after=2026-02-30',
    'stadsdeel=null',
    'contact_details=none',
    'parent_reporter=x',
    'feedback=x',
    'has_changed_children=',
    'assigned_user_email=null',
    'incident_date=1',
    'maincategory_slug=',
    'note_keyword=%27%22',
  ]
  const lists = [
    '/signals/v1/private/signals',
    '/signals/v1/private/signals/geography',
    '/signals/v1/private/search',
    '/signals/v1/private/users',
    '/signals/v1/private/mails',
    '/signals/v1/private/status-messages',
    '/signals/v1/public/signals/geography',
    '/signals/v1/public/areas',
    '/signals/v1/private/reports/signals/open',
    '/signals/v1/private/autocomplete/usernames',
    '/signals/v1/private/expressions',
  ]

  test.each(lists)(
    'that make no sense to %s are refused or passed over, and never a fault of ours',
    async (list) => {
      for (const query of odd) {
        const answer = await ask(`${list}?${query}`, { as: ADMINISTRATOR })
        expect([query, [200, 400, 404].includes(answer.status)]).toEqual([query, true])
      }
    },
  )
})

describe('faults', () => {
  test('tell nothing of how this is built, nor of anyone', async () => {
    const answers = await Promise.all([
      ask("/signals/v1/private/signals?address_text='; select 1", { as: ADMINISTRATOR }).catch(
        () => undefined,
      ),
      ask('/signals/v1/private/users', {
        method: 'POST',
        as: ADMINISTRATOR,
        json: { username: ADMINISTRATOR },
      }),
      ask('/signals/v1/private/roles', { method: 'POST', as: ADMINISTRATOR, json: { name: 'Kijker' } }),
      ask('/signals/v1/private/departments', {
        method: 'POST',
        as: ADMINISTRATOR,
        json: { name: 'x', code: 'KCC', categories: [{ category_id: 2_000_000_000 }] },
      }),
      ask('/signals/v1/private/users', {
        method: 'POST',
        as: ADMINISTRATOR,
        json: { username: 'nieuw@waterveste.example', role_ids: [2_000_000_000] },
      }),
    ])
    for (const answer of answers) {
      if (!answer) continue
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toMatch(/select |insert |constraint|municipality_|node_modules|\bat \w+ \(/i)
    }
  })
})

describe('files', () => {
  test('are served at signed addresses only, and to whoever was given one', async () => {
    const { signal_id: uuid } = (await report('Met foto')).json<{ signal_id: string }>()
    const form = formOf({ field: 'file', name: 'foto.gif', type: 'image/gif', bytes: ONE_PIXEL })
    const made = await ask(`/signals/v1/public/signals/${uuid}/attachments`, { method: 'POST', ...form })
    expect(made.status).toBe(201)
    const address = new URL(made.json<{ location: string }>().location)
    const path = `${address.pathname}${address.search}`
    const file = await ask(path)
    expect(file.status).toBe(200)
    expect(file.headers).toMatchObject({
      'content-type': expect.stringMatching(/^image\//),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-robots-tag': 'noindex',
    })
    const signature = address.searchParams.get('signature') ?? ''
    const wrong = [
      address.pathname,
      path.replace(signature, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`),
      path.replace(/expires=\d+/, 'expires=9999999999'),
      path.replace('/media/', '/media/../media/x'),
      `${path.replace(/signature=.*/, '')}signature=`,
      '/signals/media/..%2f..%2fsecret?expires=9999999999&signature=AAAA',
    ]
    for (const one of wrong) expect([one, (await ask(one)).status]).toEqual([one, 404])
  })
})

const ONE_PIXEL = Buffer.from('R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=', 'base64')

describe('too often', () => {
  test('is a 429 that says when it can be tried again, for that address only', async () => {
    const mine = { 'x-forwarded-for': '198.51.100.9' }
    const statuses: number[] = []
    for (let number = 0; number < REPORTS_PER_MINUTE; number += 1) {
      statuses.push((await report(`Vaak ${number}`, mine)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([201]))
    const refused = await report('Te vaak', mine)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(Object.keys(refused.json())).toEqual(['detail'])
    expect((await report('Een ander')).status).toBe(201)
    expect(await countReports('Te vaak')).toBe(0)
  })

  test('asking for links to one’s reports is held back sooner', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.10' }
    const link = () =>
      ask('/signals/v1/my/signals/request-auth-token', { method: 'POST', headers, json: { email: REPORTER } })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(link))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await link()).status).toBe(429)
  })
})
