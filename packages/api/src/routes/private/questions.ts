import {
  designedCategories,
  idParams,
  type QuestionDesignAnswer,
  questionDesign,
  questionDraftRequest,
  questionPublishRequest,
  questionVersion,
  questionVersionParams,
} from '@signalen/contract'
import type { WireQuestion } from '@signalen/domain'
import {
  dropQuestionDraft,
  getQuestionDesign,
  getQuestionVersion,
  listQuestionDesigns,
  publishQuestions,
  type QuestionDesign,
  saveQuestionDraft,
} from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['questions']
const read = { operation: 'question.read' } as const
const write = { operation: 'question.write' } as const
/** Someone else wrote in between, or there is no draft. */
const writeDraft = { ...write, errors: [409] as const }
const url = '/v1/private/categories/:id/questions'

/** The questions of a category as administrators write them. */
export function questionRoutes(app: Api): void {
  readRoutes(app)
  draftRoutes(app)

  app.post(
    `${url}/publish`,
    {
      config: writeDraft,
      schema: {
        tags,
        summary: 'Make the draft what residents are asked',
        params: idParams,
        body: questionPublishRequest,
        response: { 200: questionDesign },
      },
    },
    async (request) => {
      const publication = { categoryId: request.params.id, revision: request.body.revision }
      return present(await publishQuestions(contextOf(request), actorOf(request), publication))
    },
  )
}

function readRoutes(app: Api): void {
  app.get(
    '/v1/private/question-designs',
    {
      config: read,
      schema: { tags, summary: 'Which categories have questions', response: { 200: designedCategories } },
    },
    async (request) =>
      (await listQuestionDesigns(contextOf(request))).map(({ categoryId, count, hasDraft }) => ({
        category_id: categoryId,
        count,
        has_draft: hasDraft,
      })),
  )

  app.get(
    url,
    {
      config: read,
      schema: {
        tags,
        summary: 'Questions of a category: published, in draft, and earlier versions',
        params: idParams,
        response: { 200: questionDesign },
      },
    },
    async (request) => present(await getQuestionDesign(contextOf(request), request.params.id)),
  )

  app.get(
    `${url}/versions/:number`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Questions of an earlier version',
        params: questionVersionParams,
        response: { 200: questionVersion },
      },
    },
    async (request) => ({
      questions: (await getQuestionVersion(contextOf(request), request.params)).map(presentQuestion),
    }),
  )
}

function draftRoutes(app: Api): void {
  app.put(
    `${url}/draft`,
    {
      config: writeDraft,
      schema: {
        tags,
        summary: 'Save a draft of the questions of a category',
        params: idParams,
        body: questionDraftRequest,
        response: { 200: questionDesign },
      },
    },
    async (request) => {
      const input = { categoryId: request.params.id, ...request.body }
      return present(await saveQuestionDraft(contextOf(request), actorOf(request), input))
    },
  )

  app.delete(
    `${url}/draft`,
    {
      config: writeDraft,
      schema: {
        tags,
        summary: 'Throw the draft away',
        params: idParams,
        response: { 200: questionDesign },
      },
    },
    async (request) => present(await dropQuestionDraft(contextOf(request), request.params.id)),
  )
}

function present({ category, published, draft, versions, inherited }: QuestionDesign): QuestionDesignAnswer {
  return {
    category: {
      id: category.id,
      name: category.name,
      slug: category.slug,
      main: category.parent && { name: category.parent.name, slug: category.parent.slug },
    },
    published: published.map(presentQuestion),
    draft: draft && {
      questions: draft.questions.map(presentQuestion),
      revision: draft.revision,
      updated_at: presentTime(draft.updatedAt),
      updated_by: draft.updatedBy,
    },
    versions: versions.map(({ number, count, publishedAt, publishedBy }) => ({
      number,
      count,
      published_at: presentTime(publishedAt),
      published_by: publishedBy,
    })),
    inherited: inherited.map(presentQuestion),
  }
}

function presentQuestion({ key, field_type, required = false, meta }: WireQuestion) {
  return { key, field_type, required, meta: Object(meta ?? {}) as Record<string, unknown> }
}
