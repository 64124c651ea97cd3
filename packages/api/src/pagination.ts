import { Problem } from '@signalen/services'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { baseUrl } from './links.ts'

export const DEFAULT_PAGE_SIZE = 100
/** The released server has none; a bound keeps one request from emptying the memory. */
export const MAXIMUM_PAGE_SIZE = 5000

export interface PageRequest {
  /** 1-based, or the last one whatever its number. */
  readonly page: number | 'last'
  readonly pageSize: number
}

export interface Page<Row> {
  readonly count: number
  readonly results: readonly Row[]
}

interface PageQuery {
  readonly page?: unknown
  readonly page_size?: unknown
  readonly geopage?: unknown
}

export function readPage(query: PageQuery, defaultSize: number = DEFAULT_PAGE_SIZE): PageRequest {
  return { page: readPageNumber(query.page), pageSize: readPageSize(query.page_size, defaultSize) }
}

export function readGeoPage(query: PageQuery, defaultSize: number): PageRequest {
  return { page: readPageNumber(query.geopage), pageSize: readPageSize(query.page_size, defaultSize) }
}

function readPageNumber(value: unknown): number | 'last' {
  const text = lastOf(value)
  if (text === undefined) return 1
  if (text === 'last') return 'last'
  const page = Number(text)
  if (!Number.isSafeInteger(page) || page < 1) throw invalidPage()
  return page
}

function readPageSize(value: unknown, defaultSize: number): number {
  const size = Number(lastOf(value))
  return Number.isSafeInteger(size) && size > 0 ? Math.min(size, MAXIMUM_PAGE_SIZE) : defaultSize
}

function lastOf(value: unknown): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value
  return last === undefined || last === '' ? undefined : String(last)
}

export function invalidPage(): Problem {
  return new Problem(404, { detail: 'Ongeldige pagina.' })
}

/** The number of the page asked for, given how many rows there are; a page beyond the last is a 404. */
export function resolvePage(request: PageRequest, count: number): number {
  const last = Math.max(1, Math.ceil(count / request.pageSize))
  if (request.page === 'last') return last
  if (request.page > last) throw invalidPage()
  return request.page
}

/** Which rows the page asked for holds, once it is known how many there are. */
export function placeOf(asked: PageRequest): (count: number) => { limit: number; offset: number } {
  return (count) => ({ limit: asked.pageSize, offset: (resolvePage(asked, count) - 1) * asked.pageSize })
}

/** The HAL envelope of a list. */
export function halPage<Row>(request: FastifyRequest, asked: PageRequest, page: Page<Row>) {
  const current = resolvePage(asked, page.count)
  const last = Math.max(1, Math.ceil(page.count / asked.pageSize))
  return {
    _links: {
      self: { href: `${baseUrl(request)}${request.url}` },
      next: { href: current < last ? pageUrl(request, 'page', current + 1) : null },
      previous: { href: current > 1 ? pageUrl(request, 'page', current - 1) : null },
    },
    count: page.count,
    results: [...page.results],
  }
}

/** A whole small list, cut into pages here because it is in memory anyway. */
export function halList<Row>(request: FastifyRequest, rows: readonly Row[]) {
  const asked = readPage(request.query as PageQuery)
  const page = resolvePage(asked, rows.length)
  const results = rows.slice((page - 1) * asked.pageSize, page * asked.pageSize)
  return halPage(request, asked, { count: rows.length, results })
}

/** How the OpenAPI document tells of them. */
export const PAGE_HEADERS = {
  answered: {
    Link: 'This page, the next and the previous one',
    'X-Total-Count': 'How many there are in all',
  },
}

/** Paging of GeoJSON answers stands in headers, since the body is a FeatureCollection. */
export function setPageHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: PageRequest,
  count: number,
): void {
  const current = resolvePage(asked, count)
  const last = Math.max(1, Math.ceil(count / asked.pageSize))
  const links = [`<${baseUrl(request)}${request.url}>; rel="self"`]
  if (current < last) links.push(`<${pageUrl(request, 'geopage', current + 1)}>; rel="next"`)
  if (current > 1) links.push(`<${pageUrl(request, 'geopage', current - 1)}>; rel="prev"`)
  reply.header('x-total-count', String(count))
  reply.header('link', links.join(','))
}

/** As recorded: every parameter kept, in the order of the alphabet. */
function pageUrl(request: FastifyRequest, parameter: string, page: number): string {
  const url = new URL(request.url, baseUrl(request))
  url.searchParams.set(parameter, String(page))
  url.searchParams.sort()
  return url.href
}
