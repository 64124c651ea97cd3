import { DEFAULT_LANGUAGE, isReportLanguage, LANGUAGES, type ReportLanguage } from '@signalen/ui'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Api, createApi } from '../api/api-client.ts'
import type { MainCategory } from '../api/categories.ts'
import type { CategoryCache } from '../api/category-cache.ts'
import type { QuestionCache } from '../api/offline-questions.ts'
import type { Draft } from '../drafts/draft.ts'
import { findDraftId } from '../drafts/draft-cookie.ts'
import type { DraftRepository } from '../drafts/draft-repository.ts'
import { languageOfPage, MESSAGES, type Messages } from '../messages/messages.ts'
import type { CitizenOptions, CitizenSite } from '../options.ts'
import type { PageAssets } from './assets.ts'
import type { UploadBudget } from './upload-budget.ts'

/** What all requests share. */
export interface Kit {
  readonly options: CitizenOptions
  readonly drafts: DraftRepository
  readonly assets: PageAssets
  readonly categories: CategoryCache
  readonly questions: QuestionCache
  readonly uploads: UploadBudget
  now(): Date
}

/** One request, with all that a page needs to know about who asks. */
export interface Visit {
  readonly kit: Kit
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly site: CitizenSite
  readonly api: Api
  readonly language: ReportLanguage
  /** What the visitor chose, also where the page has no text in it. */
  readonly reads: ReportLanguage
  readonly messages: Messages
  readonly draftId: string | undefined
}

export const LANGUAGE_COOKIE = 'taal'

export async function openVisit(kit: Kit, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const chosen = request.cookies[LANGUAGE_COOKIE]
  const site = await kit.options.siteFor(request)
  const reads = findLanguage(site, chosen)
  const language = languageOfPage(reads, request.url.split('?')[0] ?? '/')
  return {
    kit,
    request,
    reply,
    site,
    api: createApi(kit.options.apiFetch, request),
    language,
    reads,
    messages: MESSAGES[language],
    draftId: findDraftId(request),
  }
}

/** What the visitor chose, when the municipality still has it; else the first that it has. */
export function findLanguage({ languages = LANGUAGES }: CitizenSite, chosen: unknown): ReportLanguage {
  const isOffered = isReportLanguage(chosen) && languages.includes(chosen)
  return isOffered ? chosen : (languages[0] ?? DEFAULT_LANGUAGE)
}

/** What can be chosen, in the language of the page. */
export function listCategories({ kit, request, api, language }: Visit): Promise<readonly MainCategory[]> {
  return kit.categories({ host: request.host, api, language })
}

export async function findDraft(visit: Visit): Promise<Draft | undefined> {
  return visit.draftId ? visit.kit.drafts.find(visit.draftId) : undefined
}
