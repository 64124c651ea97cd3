/** What a camera wrote into a photo: where it stood, and what its clock said. */
export interface PhotoFacts {
  readonly place: { readonly longitude: number; readonly latitude: number } | undefined
  /** On the clock of the camera, as the fields for a day and a time have it. */
  readonly moment: { readonly date: string; readonly time: string } | undefined
}

const NOTHING: PhotoFacts = { place: undefined, moment: undefined }

/** Found at the beginning of a file; more of it need not be read. */
export const FACTS_BYTES = 512 * 1024

/** Reads the Exif part of a JPEG or HEIC photo. Whatever is wrong with it, there is just nothing in it. */
export function readPhotoFacts(bytes: Uint8Array): PhotoFacts {
  const at = findExif(bytes)
  if (at === undefined) return NOTHING
  try {
    return readTiff(new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at))
  } catch {
    return NOTHING
  }
}

const MARK = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** JPEG and HEIC both have «Exif» and two zeros before it, of which the latter may come anywhere. */
function findExif(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length - 14; at++) {
    if (bytes[at] !== MARK[0] || !MARK.every((byte, index) => bytes[at + index] === byte)) continue
    const order = String.fromCharCode(bytes[at + 6] ?? 0, bytes[at + 7] ?? 0)
    if (order === 'II' || order === 'MM') return at + 6
  }
  return undefined
}

const TAG = {
  exif: 0x8769,
  gps: 0x8825,
  taken: 0x9003,
  latitudeOf: 1,
  latitude: 2,
  longitudeOf: 3,
  longitude: 4,
}

function readTiff(view: DataView): PhotoFacts {
  const isLittle = view.getUint8(0) === 0x49
  const root = readDirectory(view, view.getUint32(4, isLittle), isLittle)
  const exif = openDirectory(view, root.get(TAG.exif), isLittle)
  const gps = openDirectory(view, root.get(TAG.gps), isLittle)
  const longitude = readDegrees(view, gps, { of: TAG.longitudeOf, value: TAG.longitude, isLittle })
  const latitude = readDegrees(view, gps, { of: TAG.latitudeOf, value: TAG.latitude, isLittle })
  return { place: toPlace(longitude, latitude), moment: readMoment(view, exif.get(TAG.taken), isLittle) }
}

/** Cameras that know no place write zeros. */
function toPlace(longitude: number | undefined, latitude: number | undefined): PhotoFacts['place'] {
  if (longitude === undefined || latitude === undefined) return undefined
  const isPlace =
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)
  return isPlace ? { longitude, latitude } : undefined
}

interface Entry {
  readonly count: number
  /** Where its value stands, or where the place of its value stands. */
  readonly at: number
}

type Directory = ReadonlyMap<number, Entry>

const MOST_ENTRIES = 500

function readDirectory(view: DataView, at: number, isLittle: boolean): Directory {
  const count = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES)
  const entries = new Map<number, Entry>()
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * 12
    entries.set(view.getUint16(entry, isLittle), {
      count: view.getUint32(entry + 4, isLittle),
      at: entry + 8,
    })
  }
  return entries
}

function openDirectory(view: DataView, entry: Entry | undefined, isLittle: boolean): Directory {
  return entry ? readDirectory(view, view.getUint32(entry.at, isLittle), isLittle) : new Map()
}

interface DegreesTags {
  /** «N», «S», «E» or «W». */
  readonly of: number
  /** Degrees, minutes and seconds, each as a fraction. */
  readonly value: number
  readonly isLittle: boolean
}

function readDegrees(
  view: DataView,
  gps: Directory,
  { of, value, isLittle }: DegreesTags,
): number | undefined {
  const entry = gps.get(value)
  const direction = gps.get(of)
  if (entry?.count !== 3 || !direction) return undefined
  const start = view.getUint32(entry.at, isLittle)
  const part = (index: number) =>
    view.getUint32(start + index * 8, isLittle) / view.getUint32(start + index * 8 + 4, isLittle)
  const degrees = part(0) + part(1) / 60 + part(2) / 3600
  if (!Number.isFinite(degrees)) return undefined
  return 'SW'.includes(String.fromCharCode(view.getUint8(direction.at))) ? -degrees : degrees
}

/** `2026:11:24 13:05:00` */
function readMoment(view: DataView, entry: Entry | undefined, isLittle: boolean): PhotoFacts['moment'] {
  if (!entry || entry.count < 16) return undefined
  const start = view.getUint32(entry.at, isLittle)
  let text = ''
  for (let index = 0; index < 16; index++) text += String.fromCharCode(view.getUint8(start + index))
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d)$/.exec(text) ?? []
  return year && month && day && time && year > '1990' ? { date: `${year}-${month}-${day}`, time } : undefined
}
