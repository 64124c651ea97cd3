import type { Point, PrintableReport, ReportPrinter } from '@signalen/services'
import sharp from 'sharp'
import { runApart } from '../threads/run-apart.ts'
import { createTurns } from '../threads/turns.ts'
import { toCoveredText } from './covered-text.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import type { PrintOrder } from './print-worker.ts'

export interface ReportPrinterOptions {
  /** PNG of the surroundings of a place; without it the report shows no map. */
  readonly drawMap?: ((place: Point) => Promise<Buffer>) | undefined
  /** Whose map it is. */
  readonly mapCredit?: string | undefined
}

const AT_ONCE = 2
const LARGEST_SIDE = 1200
const module = new URL('./print-worker.ts', import.meta.url)

/** Prints one report as a PDF that screen readers can read (PDF/UA-1). */
export function createReportPrinter(options: ReportPrinterOptions = {}): ReportPrinter {
  const takeTurn = createTurns(AT_ONCE)
  let fonts: Fonts | undefined
  return {
    print: (report) =>
      takeTurn(async () => {
        fonts ??= loadFonts()
        const order = await toOrder(report, options, fonts)
        return Buffer.from(await runApart<Uint8Array>({ module, order, longestMilliseconds: 60_000 }))
      }),
  }
}

async function toOrder(
  report: PrintableReport,
  options: ReportPrinterOptions,
  { paths, covered }: Fonts,
): Promise<PrintOrder> {
  const map = await drawMap(report, options)
  const logo = await drawLogo(report)
  const photos = await Promise.all(report.photos.map(shrinkPhoto))
  const shown = {
    ...report,
    position: undefined,
    logo: logo && { path: '/logo.png', alt: report.logo?.alt ?? '' },
    map: map && {
      path: '/map.png',
      alt: `Kaart van de omgeving: ${report.placeInWords}`,
      credit: options.mapCredit ?? '',
    },
    photos: photos.map(({ width }, index) => {
      const { name, caption, origin } = report.photos[index] ?? { name: '', caption: null, origin: '' }
      return {
        path: `/photo-${index}.jpg`,
        width,
        alt: `Foto: ${caption ?? name}`,
        caption: caption === null ? origin : `${caption} (${origin})`,
      }
    }),
  }
  const images = Object.fromEntries(photos.map(({ bytes }, index) => [`/photo-${index}.jpg`, bytes]))
  return {
    fontPaths: paths,
    report: JSON.stringify(shown, (_, value) =>
      typeof value === 'string' ? toCoveredText(value, covered) : value,
    ),
    images: { ...images, ...(map ? { '/map.png': map } : {}), ...(logo ? { '/logo.png': logo } : {}) },
    madeAt: Math.floor(report.madeAt.getTime() / 1000),
  }
}

/** A report without its map is better than no report. */
async function drawMap(report: PrintableReport, { drawMap }: ReportPrinterOptions): Promise<Buffer | null> {
  return (await drawMap?.(report.position).catch(() => null)) ?? null
}

const LOGO = { width: 960, height: 180, fit: 'inside' } as const
const MOST_LOGO_PIXELS = 20_000_000

/** So is one without its logo, should that not be drawn. */
async function drawLogo({ logo }: PrintableReport): Promise<Buffer | null> {
  if (!logo) return null
  const drawing = sharp(logo.bytes, { limitInputPixels: MOST_LOGO_PIXELS, density: 144 })
  return drawing
    .resize(LOGO)
    .png()
    .toBuffer()
    .catch(() => null)
}

/** As wide as the text or half a page high, whichever comes first; in points. */
const WIDEST = 470
const HIGHEST = 270

async function shrinkPhoto({ bytes }: { readonly bytes: Buffer }): Promise<{ bytes: Buffer; width: number }> {
  const { data, info } = await sharp(bytes, { failOn: 'none' })
    .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: Math.round(Math.min(WIDEST, (HIGHEST * info.width) / info.height)) }
}
