import { createReportPrinter } from '@signalen/integrations'
import { describeEachDatabase } from '@signalen/testkit'
import sharp from 'sharp'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { addAttachment } from '../../attachments/staff-attachments.ts'
import type { Context } from '../../context.ts'
import { findActorByEmail } from '../../users/find-actor.ts'
import { HANDLER, makeSignal, openTown, READER, type TestTown } from '../test-town.ts'
import { formatMoment } from './dutch-moment.ts'
import { printSignal } from './print-signal.ts'

const EMAIL = 'melder@voorbeeld.example'
const PHONE = '0612345678'
const PHOTOS = ['voorkant.jpg', 'zijkant.png', 'straat.gif']

interface ReadBack {
  readonly text: string
  readonly images: number
  readonly tags: readonly string[]
  readonly alternatives: readonly string[]
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

/** A page breaks lines and words where it likes: what is said is compared without. */
function unbroken(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-]/g, '')
}

async function readBack(pdf: Buffer): Promise<ReadBack> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { OPS } = await getResolvedPDFJS()
  const tags: string[] = []
  const alternatives: string[] = []
  const walk = ({ role, alt, children = [] }: Tag): void => {
    if (role !== undefined) tags.push(role)
    if (alt !== undefined) alternatives.push(alt)
    for (const child of children) walk(child)
  }
  let text = ''
  let images = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join(' ')
    const { fnArray } = await page.getOperatorList()
    images += fnArray.filter((operation) => operation === OPS.paintImageXObject).length
    walk((await page.getStructTree()) as Tag)
  }
  return { text: unbroken(text), images, tags, alternatives }
}

const paint = (format: 'jpeg' | 'png' | 'gif', background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .toFormat(format)
    .toBuffer()

describeEachDatabase('what stands on a printed report', (database) => {
  let town: TestTown
  let context: Context
  let id: number
  let whole: ReadBack
  let ofPart: ReadBack
  let masked: ReadBack

  const print = async (email: string, of: number) => {
    const actor = await findActorByEmail(context, email)
    if (!actor) throw new Error(`nobody is called ${email}`)
    return readBack((await printSignal(context, actor, of)).pdf)
  }

  beforeAll(async () => {
    const logo = `data:image/png;base64,${(await paint('png', '#102030')).toString('base64')}`
    town = await openTown(database, {
      name: 'Gemeente Waterveste',
      logo: { image: logo, alt: 'Waterveste aan het water' },
    })
    const drawMap = () => paint('png', '#88aa88')
    context = { ...town.context, reportPrinter: createReportPrinter({ drawMap, mapCredit: 'Kaart: proef' }) }
    id = await makeSignal(
      town,
      {
        text: 'Bankstel op de stoep',
        text_extra: 'Met kussens',
        source: 'Telefoon',
        priority: { priority: 'high' },
        type: { code: 'COM' },
        reporter: { email: EMAIL, phone: PHONE, sharing_allowed: true },
        location: {
          geometrie: { type: 'Point', coordinates: [4.85, 52.35] },
          stadsdeel: 'A',
          address: {
            openbare_ruimte: 'Kerkweg',
            huisnummer: 7,
            huisletter: 'a',
            huisnummer_toevoeging: '2',
            postcode: '1111AA',
            woonplaats: 'Waterveste',
          },
        },
        extra_properties: [
          { id: 'a', label: 'Hoe groot?', answer: { id: 'g', label: 'Groot' }, category_url: '/a/b' },
          { id: 'b', label: 'Wat staat er', answer: ['Bank', 'Stoel'], category_url: '/a/b' },
          { id: 'c', label: 'Sinds', answer: 'gisteren', category_url: '/a/b' },
        ],
      },
      { as: HANDLER },
    )
    const actor = await findActorByEmail(context, HANDLER)
    if (!actor) throw new Error('the handler is not there')
    for (const [index, name] of PHOTOS.entries()) {
      const format = (['jpeg', 'png', 'gif'] as const)[index] ?? 'png'
      const bytes = await paint(format, `#${index + 3}0${index}0aa`)
      await addAttachment(context, actor, { signalId: id, file: { name, bytes } })
    }
    await addAttachment(context, actor, {
      signalId: id,
      file: { name: 'brief.pdf', bytes: Buffer.from('%PDF-1.4') },
    })
    town.clock.advance({ minutes: 30 })
    await town.api.ask('PATCH', `/private/signals/${id}`, {
      body: { status: { state: 'b', text: 'Wij komen morgen' }, assigned_user_email: HANDLER },
      as: HANDLER,
    })
    const part = await makeSignal(town, { parent: id, reporter: {} })
    whole = await print(HANDLER, id)
    ofPart = await print(HANDLER, part)
    masked = await print(READER, id)
  }, 60_000)

  it('is all that is known of it', () => {
    const { text } = whole
    const facts = {
      Status: 'In behandeling',
      'Gemeld op': '24 november 2026, 11:00',
      'Begonnen op': '24 november 2026, 09:00',
      Categorie: 'Grofvuil (Afval)',
      Verantwoordelijk: 'AFV',
      Behandelaar: HANDLER,
      Urgentie: 'Hoog',
      Soort: 'Klacht',
      Bron: 'Telefoon',
      Uiterlijk: '27 november 2026',
      'Wat staat er': 'BankStoel',
      Sinds: 'gisteren',
      Adres: 'Kerkweg 7a-2, 1111AA Waterveste',
      Stadsdeel: 'Centrum',
      Gebied: 'West',
      Coördinaten: '52.350000, 4.850000',
      'E-mailadres': EMAIL,
      Telefoonnummer: PHONE,
      'Gegevens delen': 'mag',
    }
    const missing = Object.entries(facts).filter(
      ([label, value]) => !text.includes(unbroken(`${label}:${value}`)),
    )
    expect(missing).toEqual([])
    for (const words of [
      `Melding SIG-${id}Gemeente Waterveste`,
      'OmschrijvingBankstel op de stoepMet kussens',
      'Hoe groot?Groot',
      'Kaart: proef',
      `afgedrukt op 24 november 2026, 11:30 door ${HANDLER}`,
      'Pagina 1 van',
      'Andere bijlagen',
      'brief.pdf',
    ]) {
      expect(text).toContain(unbroken(words))
    }
  })

  it('is its whole history, in words and with who and when', async () => {
    const { text } = whole
    const { body } = await town.api.ask('GET', `/private/signals/${id}/history`)
    expect(body.length).toBeGreaterThan(10)
    const missing = body.filter(
      ({ when, who, action, description }: Record<string, string>) =>
        !text.includes(
          unbroken(
            `${formatMoment(new Date(when ?? ''), 'Europe/Amsterdam')}${who}${action}${description ?? ''}`,
          ),
        ),
    )
    expect(missing).toEqual([])
  })

  it('is every photo, a map and a logo, in tags and words for who does not see them', () => {
    const { text, images, tags, alternatives } = whole
    expect(images).toBe(PHOTOS.length + 2)
    for (const name of PHOTOS) {
      expect(text).toContain(unbroken(`${name}, toegevoegd op 24 november 2026, 11:00 door ${HANDLER}`))
    }
    expect(alternatives).toEqual(
      expect.arrayContaining([
        'Waterveste aan het water',
        expect.stringContaining('Kaart van de omgeving: Kerkweg 7a-2'),
        ...PHOTOS.map((name) => `Foto: ${name}`),
      ]),
    )
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Figure', 'Table', 'TR', 'TH', 'TD']))
  })

  it('names the whole of a part, and says that there are no photos', () => {
    const { text, images } = ofPart
    expect(text).toContain(unbroken(`Hoofdmelding:SIG-${id}`))
    // Typography makes another apostrophe of it.
    expect(text.replaceAll('’', "'")).toContain(unbroken("Bij deze melding zijn geen foto's."))
    expect(images).toBe(2)
  })

  it('is nothing of how to reach the reporter, for who need not know', () => {
    const { text, images } = masked
    expect(text).toContain(unbroken('E-mailadres:*****Telefoonnummer:*****'))
    expect(text).not.toContain(unbroken(EMAIL))
    expect(text).not.toContain(PHONE)
    expect(images).toBe(PHOTOS.length + 2)
  })
})
