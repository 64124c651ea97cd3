import { isAllowedSource } from '@signalen/domain'
import { findSvgFault } from '../categories/check-svg.ts'
import type { Context } from '../context.ts'
import { notFound, Problem } from '../problem.ts'
import { findAssetQuestion } from './list-objects.ts'

export interface ObjectIconQuery {
  readonly main: string
  readonly sub: string
  /** Of the question. */
  readonly key: string
  /** Which of its kinds of objects, from 0. */
  readonly index: number
}

export interface ObjectIcon {
  readonly mimetype: string
  readonly bytes: Buffer
}

/** The picture of a kind of object, from a server that the municipality trusts, when it is a picture. */
export async function getObjectIcon(context: Context, query: ObjectIconQuery): Promise<ObjectIcon> {
  const question = await findAssetQuestion(context, query)
  const address = question?.featureTypes[query.index]?.iconUrl
  const { objectSource, settings } = context
  if (!address || !objectSource?.readPicture || !isAllowedSource(address, settings.objectOrigins))
    throw notFound()
  const bytes = await objectSource.readPicture(address).catch(() => {
    context.log.warn({ origin: new URL(address).origin }, 'an icon of objects cannot be had')
    throw new Problem(503, { detail: 'Dit plaatje is nu niet te bereiken.' }, { 'retry-after': '30' })
  })
  const mimetype = findPictureType(bytes)
  if (!mimetype) throw notFound()
  return { mimetype, bytes }
}

/** In hexadecimal. */
const STARTS: readonly (readonly [mimetype: string, start: RegExp])[] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/gif', /^47494638(?:37|39)61/],
  ['image/jpeg', /^ffd8ff/],
  ['image/webp', /^52494646.{8}57454250/],
]

/** By what it is, never by what its server says it is; a drawing only when it can do nothing. */
export function findPictureType(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 16)
  const known = STARTS.find(([, pattern]) => pattern.test(start))
  if (known) return known[0]
  return findSvgFault(bytes) === undefined ? 'image/svg+xml' : undefined
}
