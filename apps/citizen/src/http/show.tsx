import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Document } from '../pages/Document.tsx'
import type { Visit } from './visit.ts'

export interface Page {
  readonly title: string
  readonly body: ReactElement
  readonly status?: number
  readonly hasStepForm?: boolean
  /** Something was filled in wrong; the title of the page says so first. */
  readonly hasErrors?: boolean
  /** Address of a feed that says the same. */
  readonly feed?: string
}

/** Sends a page as HTML. What it shows belongs to one visitor, so nobody in between may keep it. */
export function showPage(visit: Visit, page: Page) {
  const { messages, language, site, kit, request, reply } = visit
  const document = (
    <Document
      title={page.hasErrors ? `${messages.errorTitlePrefix}${page.title}` : page.title}
      language={language}
      messages={messages}
      site={site}
      assets={kit.assets}
      path={request.url.split('?')[0] ?? '/'}
      hasStepForm={page.hasStepForm ?? false}
      feed={page.feed}
    >
      {page.body}
    </Document>
  )
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-cache')
    .header('content-language', language)
    .send(`<!doctype html>${renderToStaticMarkup(document)}`)
}

export function goTo(visit: Visit, path: string) {
  return visit.reply.header('cache-control', 'no-store').redirect(path, 303)
}
