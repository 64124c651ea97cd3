import { type FeedbackRequest, feedbackForm, feedbackRequest } from '@signalen/contract'
import { getFeedbackForm, type OpenFeedbackForm, submitFeedback } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const params = z.object({ token: z.string() })
const config = { operation: 'feedback.submit', errors: [410] } as const

/** The form behind the links of the mail that a report is handled. */
export function feedbackRoutes(app: Api): void {
  app.get(
    '/v1/public/feedback/forms/:token',
    {
      config,
      schema: {
        tags: ['feedback'],
        summary: 'Whether a feedback form is open',
        params,
        response: { 200: feedbackForm },
      },
    },
    async (request) => presentForm(await openForm(request, request.params.token)),
  )

  app.route({
    method: ['PUT', 'PATCH'],
    url: '/v1/public/feedback/forms/:token',
    config,
    // A link that leads nowhere is told of before any fault in the answers.
    preValidation: async (request) => {
      await openForm(request, (request.params as { token: string }).token)
    },
    schema: {
      tags: ['feedback'],
      summary: 'Tell whether the handling satisfied',
      params,
      body: feedbackRequest,
      response: { 200: feedbackForm },
    },
    handler: async (request) => {
      const { token } = request.params as { token: string }
      return presentForm(
        await submitFeedback(contextOf(request), token, readFeedback(request.body as FeedbackRequest)),
      )
    },
  })
}

function openForm(request: FastifyRequest, token: string): Promise<OpenFeedbackForm> {
  return getFeedbackForm(contextOf(request), token)
}

function readFeedback(body: FeedbackRequest) {
  return {
    isSatisfied: body.is_satisfied,
    allowsContact: body.allows_contact,
    text: body.text,
    textList: body.text_list,
    textExtra: body.text_extra,
  }
}

function presentForm({ signalUuid }: OpenFeedbackForm) {
  return { signal_id: signalUuid }
}
