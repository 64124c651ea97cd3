import { readFileSync } from 'node:fs'
import type { PrintableReport } from '@signalen/services'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toCoveredText } from './covered-text.ts'
import { loadFonts } from './fonts.ts'
import { createMapDrawer, type MapTile } from './map-drawer.ts'
import { createReportPrinter } from './report-printer.ts'

const fact = (label: string, value: string) => ({ label, value })

async function paint(format: 'jpeg' | 'png' | 'gif'): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#3366aa' } })
    .toFormat(format)
    .toBuffer()
}

/** What every part of a page is called to who has it read aloud, in the order of reading. */
function listTags(document: PDFDocument): string[] {
  const tags: string[] = []
  const walk = (node: PDFDict): void => {
    const name = node.lookup(PDFName.of('S'))
    if (name instanceof PDFName) tags.push(name.decodeText())
    const kids = node.lookup(PDFName.of('K'))
    const below =
      kids instanceof PDFArray ? kids.asArray().map((kid) => document.context.lookup(kid)) : [kids]
    for (const kid of below) if (kid instanceof PDFDict) walk(kid)
  }
  walk(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))
  return tags
}

function report(changes: Partial<PrintableReport> = {}): PrintableReport {
  return {
    title: 'Melding SIG-7',
    municipality: 'Gemeente Waterveste',
    logo: null,
    footer: 'SIG-7 · afgedrukt op 24 november 2026',
    madeAt: new Date('2026-11-24T10:00:00Z'),
    facts: [fact('Status', 'Gemeld')],
    text: 'Er ligt afval.',
    answers: [],
    place: [fact('Adres', 'Kerkweg 7')],
    placeInWords: 'Kerkweg 7',
    position: { longitude: 4.9, latitude: 52.37 },
    reporter: [fact('E-mailadres', '*****')],
    photos: [],
    files: [],
    history: [
      {
        when: '24 november 2026, 11:00',
        who: 'Signalen systeem',
        action: 'Status gewijzigd naar: Gemeld',
        description: null,
      },
    ],
    ...changes,
  }
}

describe('the PDF of a report', () => {
  it('is one that a screen reader can read', async () => {
    const pdf = await createReportPrinter().print(report())
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect([document.getTitle(), document.catalog.get(PDFName.of('Lang'))?.toString()]).toEqual([
      'Melding SIG-7',
      '(nl)',
    ])
    const tags = listTags(document)
    expect([...new Set(tags)]).toEqual(expect.arrayContaining(['H1', 'H2', 'P']))
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    expect(
      document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString(),
    ).toBe('true')
    expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</)
  }, 30_000)

  it('shows photos of every kind, a map, and as many pages as it takes', async () => {
    const photos = await Promise.all(
      (['jpeg', 'png', 'gif'] as const).map(async (format) => ({
        name: `foto.${format}`,
        caption: null,
        origin: `foto.${format}, toegevoegd op 24 november 2026, 11:00 door de melder`,
        bytes: await paint(format),
      })),
    )
    const history = Array.from({ length: 120 }, (_, index) => ({
      when: '24 november 2026, 11:00',
      who: 'een.heel.lange.naam.van.een.behandelaar@waterveste.example',
      action: 'Notitie toegevoegd:',
      description: `Regel ${index}\nen nog een`,
    }))
    const printer = createReportPrinter({ drawMap: () => paint('png'), mapCredit: 'Kaart: proef' })
    const pdf = await printer.print(
      report({ photos, history, files: ['brief.pdf'], answers: [fact('Vraag', 'Antwoord')] }),
    )
    const document = await PDFDocument.load(pdf)
    expect(document.getPageCount()).toBeGreaterThan(5)
    const withoutPhotos = await printer.print(report({ history }))
    expect(pdf.length - withoutPhotos.length).toBeGreaterThan(3000)
    // Three photos and the map, each with words for who cannot see it.
    expect(pdf.toString('latin1').match(/\/Alt/g)?.length ?? 0).toBeGreaterThanOrEqual(4)
  }, 30_000)

  it('comes without a map when that cannot be drawn', async () => {
    const printer = createReportPrinter({ drawMap: () => Promise.reject(new Error('no map')) })
    expect((await printer.print(report())).subarray(0, 5).toString()).toBe('%PDF-')
  }, 30_000)

  it('takes people at their word, whatever they write', async () => {
    const odd =
      '#panic("x") $x$ *vet* <label> @ref \\ // /* ```\n= kop\n💡👨‍👩‍👧 漢字 عربي ñ\u0000\u202e﷽ \ud800'
    const pdf = await createReportPrinter().print(
      report({
        title: odd,
        text: odd.repeat(20),
        facts: [fact(odd, odd)],
        history: [{ when: odd, who: odd, action: odd, description: odd }],
      }),
    )
    expect(pdf.length).toBeGreaterThan(1000)
  }, 30_000)
})

describe('text in the font', () => {
  const { covered } = loadFonts()
  it.each([
    ['Straße, café, €5 → ½', 'Straße, café, €5 → ½'],
    ['Lamp 💡 stuk', 'Lamp □ stuk'],
    ['👨‍👩‍👧', '□'],
    ['regel\r\nregel\tna', 'regel\nregel na'],
    ['a\u0000b\u202ec', 'abc'],
    ['e\u0301e', 'ée'],
  ])('%j is shown as %j', (text, shown) => {
    expect(toCoveredText(text, covered)).toBe(shown)
  })
})

describe('the map of a place', () => {
  it('is cut out of the tiles around it, with the place in the middle', async () => {
    const asked: MapTile[] = []
    const draw = createMapDrawer({
      async findTile(tile) {
        asked.push(tile)
        return sharp({
          create: {
            width: 256,
            height: 256,
            channels: 3,
            background: { r: tile.x % 256, g: tile.y % 256, b: 9 },
          },
        })
          .png()
          .toBuffer()
      },
    })
    const { data, info } = await sharp(await draw({ longitude: 4.9, latitude: 52.37 }))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1020, 400])
    expect(asked).toContainEqual({ z: 17, x: 67320, y: 43075 })
    const middle = (info.height / 2) * info.width * info.channels + (info.width / 2) * info.channels
    expect([...data.subarray(middle, middle + 3)].map((value) => Math.round(value / 40))).toEqual([4, 0, 1])
  })
})

it('reads its template and no other file', () => {
  expect(
    readFileSync(new URL('./report.typ', import.meta.url), 'utf8').match(/json\(|read\(|include|import/g),
  ).toEqual(['json('])
})
