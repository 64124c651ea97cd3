import { pageQuery, questionListQuery, questionPage, standardAnswerPage } from '@signalen/contract'
import { getTranslations, listQuestions, listStandardAnswers } from '@signalen/services'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'
import { areaListRoutes } from '../areas.ts'

/** What forms need to know of a municipality, besides its categories. */
export function publicReferenceRoutes(app: Api): void {
  areaListRoutes(app, '/v1/public/areas', 'public.area.read')
  questionRoutes(app)
  standardAnswerRoutes(app)

  app.get(
    '/v1/public/translations.json',
    {
      config: { operation: 'public.translation.read' },
      schema: {
        tags: ['translations'],
        summary: 'Texts that the municipality words in its own way',
        response: { 200: z.unknown(), 404: z.string() },
      },
    },
    async (request, reply) =>
      reply.type('application/json').send(JSON.stringify(await getTranslations(contextOf(request)))),
  )
}

function questionRoutes(app: Api): void {
  app.get(
    '/v1/public/questions',
    {
      config: { operation: 'public.category.read' },
      schema: {
        tags: ['categories'],
        summary: 'Questions that belong to a category',
        querystring: questionListQuery,
        response: { 200: questionPage },
      },
    },
    async (request) => {
      const questions = await listQuestions(contextOf(request), request.query)
      return halList(
        request,
        questions.map(({ key, fieldType, meta, required }) => ({
          key,
          field_type: fieldType,
          meta,
          required,
        })),
      )
    },
  )
}

function standardAnswerRoutes(app: Api): void {
  app.get(
    '/v1/public/feedback/standard_answers',
    {
      config: { operation: 'feedback.standardAnswers' },
      schema: {
        tags: ['feedback'],
        summary: 'Answers to choose from about the handling of a report',
        querystring: pageQuery,
        response: { 200: standardAnswerPage },
      },
    },
    async (request) => {
      const answers = await listStandardAnswers(contextOf(request))
      return halList(
        request,
        answers.map(({ isSatisfied, text, topic, openAnswer }) => ({
          is_satisfied: isSatisfied,
          text,
          topic,
          open_answer: openAnswer,
        })),
      )
    },
  )
}
