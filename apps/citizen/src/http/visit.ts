import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@signalen/ui'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Api, createApi } from '../api/api-client.ts'
import type { CategoryCache } from '../api/category-cache.ts'
import type { Draft } from '../drafts/draft.ts'
import { findDraftId } from '../drafts/draft-cookie.ts'
import type { DraftRepository } from '../drafts/draft-repository.ts'
import { MESSAGES, type Messages } from '../messages/messages.ts'
import type { CitizenOptions, CitizenSite } from '../options.ts'
import type { PageAssets } from './assets.ts'
import type { UploadBudget } from './upload-budget.ts'

/** What all requests share. */
export interface Kit {
  readonly options: CitizenOptions
  readonly drafts: DraftRepository
  readonly assets: PageAssets
  readonly categories: CategoryCache
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
  readonly language: Language
  readonly messages: Messages
  readonly draftId: string | undefined
}

export const LANGUAGE_COOKIE = 'taal'

export async function openVisit(kit: Kit, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const chosen = request.cookies[LANGUAGE_COOKIE]
  const language = isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE
  return {
    kit,
    request,
    reply,
    site: await kit.options.siteFor(request),
    api: createApi(kit.options.apiFetch, request),
    language,
    messages: MESSAGES[language],
    draftId: findDraftId(request),
  }
}

export async function findDraft(visit: Visit): Promise<Draft | undefined> {
  return visit.draftId ? visit.kit.drafts.find(visit.draftId) : undefined
}
