import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NewCase } from '@signalen/services'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createCityControl } from './city-control.ts'
import { findAll, readXml } from './read-xml.ts'
import { leaf } from './write-xml.ts'

const MADE: NewCase = {
  caseNumber: 'SIA-12.01',
  description: 'Fietswrak SIA-12.01 Dorpsstraat 12',
  text: 'Een fiets & een wiel <tegen> de muur',
  startedAt: new Date('2026-11-23T23:30:00Z'),
  createdAt: new Date('2026-11-24T10:05:00Z'),
  dueAt: new Date('2026-11-27T10:05:00Z'),
  position: { latitude: 52.35, longitude: 4.85 },
  address: { town: 'Dorp', street: 'Dorpsstraat', houseNumber: 12, postcode: '1234AB' },
  timeZone: 'Europe/Amsterdam',
}

const YES =
  '<a xmlns="http://www.egem.nl/StUF/StUF0301"><stuurgegevens><berichtcode>Bv03</berichtcode></stuurgegevens></a>'

describe('CityControl', () => {
  const servers: Server[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  })

  async function listen(status: number, body: string) {
    const seen: { headers: IncomingHttpHeaders; body: string }[] = []
    const server = createServer(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      seen.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
      response.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    return { seen, port: createCityControl({ url: `http://127.0.0.1:${port}/x`, token: 'dGVzdA==' }) }
  }

  it('is sent a case as its messages are', async () => {
    const { seen, port } = await listen(200, YES)
    await port.createCase(MADE)
    expect(seen[0]?.headers).toMatchObject({
      soapaction: '"http://www.egem.nl/StUF/sector/zkn/0310/CreeerZaak_Lk01"',
      'content-type': 'text/xml; charset=UTF-8',
      authorization: 'Basic dGVzdA==',
      'content-length': String(Buffer.byteLength(seen[0]?.body ?? '')),
    })
    expect(listLeaves(seen[0]?.body)).toEqual([
      'berichtcode Lk01',
      'organisatie AMS',
      'applicatie SIA',
      'organisatie SMX',
      'applicatie CTC',
      'referentienummer SIA-12.01',
      'tijdstipBericht 20261124110500',
      'entiteittype ZAK',
      'mutatiesoort T',
      'indicatorOvername V',
      'identificatie SIA-12.01',
      'omschrijving Fietswrak SIA-12.01 Dorpsstraat 12',
      'startdatum 20261124',
      'registratiedatum 20261124',
      'einddatumGepland 20261127',
      'toelichting Een fiets & een wiel <tegen> de muur',
      'archiefnominatie N',
      'zaakniveau 1',
      'deelzakenIndicatie N',
      'extraElement 52.35',
      'extraElement 4.85',
      'omschrijving Uitvoeren controle',
      'code 2',
      'wpl.woonplaatsNaam Dorp',
      'gor.openbareRuimteNaam Dorpsstraat',
      'huisnummer 12',
      'huisletter ',
      'postcode 1234AB',
    ])
    await port.createCase({ ...MADE, address: null })
    expect(seen[1]?.body).not.toContain('heeftBetrekkingOp')
  })

  it('is sent a document to go with it', async () => {
    const { seen, port } = await listen(200, YES)
    const pdf = Buffer.from('%PDF-1.7 ...')
    await port.addDocument({ caseNumber: 'SIA-12.01', uuid: 'u-1', fileName: 'SIG-12.pdf', pdf })
    expect(seen[0]?.headers.soapaction).toBe(
      '"http://www.egem.nl/StUF/sector/zkn/0310/VoegZaakdocumentToe_Lk01"',
    )
    const leaves = listLeaves(seen[0]?.body)
    expect(leaves).toContain(`inhoud ${pdf.toString('base64')}`)
    expect(leaves.filter((leafOf) => leafOf.startsWith('identificatie'))).toEqual([
      'identificatie u-1',
      'identificatie SIA-12.01',
    ])
    expect(seen[0]?.body).toContain('mime:contentType="pdf" StUF:bestandsnaam="SIG-12.pdf"')
  })

  it.each([
    ['a fault', 500, YES],
    ['a redirection', 302, YES],
    ['no message', 200, '<html>'],
    ['a refusal', 200, YES.replace('Bv03', 'Fo03')],
    ['two minds', 200, `<b>${YES}${YES.replace('Bv03', 'Fo03')}</b>`],
    ['a code of another language', 200, YES.replace('StUF0301', 'StUF0204')],
    ['a bomb', 200, `<!DOCTYPE a [<!ENTITY x "Bv03">]>${YES.replace('Bv03', '&x;')}`],
    ['more than it has to say', 200, `${YES}${' '.repeat(1_100_000)}`],
  ])('that answers with %s has not taken it', async (_, status, body) => {
    const { port } = await listen(status, body)
    await expect(port.createCase(MADE)).rejects.toThrow('CityControl')
  })

  it('that is nowhere has not taken it', async () => {
    await expect(createCityControl().createCase(MADE)).rejects.toThrow('no address or no token')
    const gone = createCityControl({ url: 'http://127.0.0.1:1/', token: 'x' })
    await expect(gone.createCase(MADE)).rejects.toThrow('ECONNREFUSED')
  })
})

describe('XML', () => {
  it('holds whatever people write, and no more than that', () => {
    const words = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(words, (text) => {
        const root = readXml(leaf('a', text, { b: text }))
        expect(root?.children).toEqual([])
        expect(root?.text).toBe(
          text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('is read or not, and never hangs', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a/>',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?x',
      '?>',
      'b="c"',
      ' ',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const root = readXml(parts.join(''))
        if (root) expect(findAll(root, [{ namespace: '', name: 'a' }]).length).toBeGreaterThan(0)
      }),
    )
  })

  it.each([
    '',
    '<a>',
    '<a></b>',
    '<a>&x;</a>',
    '<a/><b/>',
    '<p:a/>',
    '<a b=c/>',
    '<!DOCTYPE a><a/>',
    '<a>'.repeat(99) + '</a>'.repeat(99),
  ])('is not %j', (text) => expect(readXml(text)).toBeUndefined())
})

/** The names and texts of the elements that hold no others, in the order of the message. */
function listLeaves(message = ''): string[] {
  const root = readXml(message)
  if (!root) throw new Error('the message is no XML')
  const leavesOf = ({ name, text, children }: typeof root): string[] =>
    children.length === 0 ? [`${name} ${text}`] : children.flatMap(leavesOf)
  return leavesOf(root)
}
