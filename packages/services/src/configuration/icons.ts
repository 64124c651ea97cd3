import { buffer } from 'node:stream/consumers'
import type { MunicipalityHandle } from '@signalen/database'
import { type Icon, iconFolder, judgeIcon } from '../categories/category-icon.ts'
import type { Context } from '../context.ts'
import type { FileStore } from '../ports.ts'
import type { FileRows, GivenConfiguration } from './configuration.ts'
import type { ConfigurationFault, ReadConfiguration } from './read-configuration.ts'
import { categoryKey, SECTIONS } from './sections.ts'

/** Where icons lie and who looks them through. */
export type IconParts = Pick<Context, 'files' | 'fileInspector' | 'random' | 'municipality'>

/** As a configuration file writes a picture: `data:image/svg+xml;base64,…`. */
type DataAddress = string

/** By the key of the file in which it is stored. */
export type StoredIcons = ReadonlyMap<string, DataAddress>

const MIMETYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
}

/** Read before the transaction, in which nothing but the database is waited for. */
export async function readStoredIcons(db: MunicipalityHandle, files: FileStore): Promise<StoredIcons> {
  const rows = await db.kysely.selectFrom('category').select('icon').where('icon', 'is not', null).execute()
  const icons = new Map<string, DataAddress>()
  for (const { icon: key } of rows) {
    const file = key === null ? undefined : await files.get(key)
    if (!file || key === null) continue
    const mimetype = MIMETYPES[key.split('.').at(-1) ?? ''] ?? 'image/png'
    icons.set(key, toDataAddress(mimetype, await buffer(file.bytes)))
  }
  return icons
}

/** Icons that a file brings and that are not there yet. */
export interface PreparedIcons {
  readonly given: GivenConfiguration
  readonly faults: readonly ConfigurationFault[]
  /** Of each category, by its key, the file that its icon will be. */
  readonly files: ReadonlyMap<string, string>
  /** To be written before the transaction in which a category comes to name them. */
  readonly pictures: readonly (Icon & { readonly key: string })[]
}

/** Looks the icons of a file through, as is done with one that is uploaded. */
export async function prepareIcons(
  parts: IconParts,
  db: MunicipalityHandle,
  { read, stored }: { readonly read: ReadConfiguration; readonly stored: StoredIcons },
): Promise<PreparedIcons> {
  const current = await readCurrent(db, stored)
  const faults: ConfigurationFault[] = []
  const files = new Map<string, string>()
  const pictures: PreparedIcons['pictures'][number][] = []
  const categories: FileRows['categories'][] = []
  for (const row of read.given.categories) {
    categories.push(await prepare(row))
  }
  return { given: { ...read.given, categories }, faults, files, pictures }

  async function prepare(row: FileRows['categories']): Promise<FileRows['categories']> {
    const key = SECTIONS.categories.keyOf(row)
    if (!row.icon || row.icon === current.get(key)) return row
    const icon = await judgeIcon(parts, readDataAddress(row.icon))
    if ('refused' in icon) {
      faults.push(read.faultAt([...read.pathOf(row), 'icon'], `is no icon: ${icon.refused.join(' ')}`))
      return row
    }
    const address = toDataAddress(icon.mimetype, icon.bytes)
    if (address !== current.get(key)) {
      const file = `${iconFolder(parts)}${parts.random.uuid()}.${icon.extension}`
      files.set(key, file)
      pictures.push({ ...icon, key: file })
    }
    return { ...row, icon: address }
  }
}

/** Of each category, by its key, the icon that it has. */
async function readCurrent(
  db: MunicipalityHandle,
  stored: StoredIcons,
): Promise<ReadonlyMap<string, DataAddress | undefined>> {
  const rows = await db.kysely
    .selectFrom('category')
    .leftJoin('category as main', 'main.id', 'category.parent_id')
    .select(['category.slug', 'category.icon', 'main.slug as main'])
    .execute()
  return new Map(
    rows.map(({ slug, main, icon }) => [
      categoryKey(main ?? slug, main === null ? null : slug),
      icon === null ? undefined : stored.get(icon),
    ]),
  )
}

/** Leaves the icons of a file alone, where there is no place to keep them. */
export function withoutIcons(given: GivenConfiguration): GivenConfiguration {
  return { ...given, categories: given.categories.map(({ icon: _, ...category }) => category) }
}

function toDataAddress(mimetype: string, bytes: Buffer): DataAddress {
  return `data:${mimetype};base64,${bytes.toString('base64')}`
}

function readDataAddress(address: DataAddress): { name: string; bytes: Buffer } {
  const [head = '', data = ''] = address.split(',')
  const mimetype = head.slice('data:'.length).replace(';base64', '')
  const [extension = 'png'] = Object.entries(MIMETYPES).find(([, type]) => type === mimetype) ?? []
  return { name: `icon.${extension}`, bytes: Buffer.from(data, 'base64') }
}
