import { setup, testReport, testReportRequest } from '@signalen/contract'
import {
  findTestReport,
  getSetup,
  makeTestReport,
  removeTestReport,
  type TestReport,
} from '@signalen/services'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['administration']
const url = '/v1/private/setup'
const test = `${url}/test-report`

/** The first set-up of a municipality, which ends with a report that tries all of it. */
export function setupRoutes(app: Api): void {
  app.get(
    url,
    {
      config: { operation: 'setup.read' },
      schema: { tags, summary: 'What is set up, and what is not yet', response: { 200: setup } },
    },
    async (request) => ({
      steps: (await getSetup(contextOf(request))).map(({ name, isDone, isOptional, count }) => ({
        name,
        is_done: isDone,
        is_optional: isOptional,
        count,
      })),
    }),
  )

  app.get(
    test,
    {
      config: { operation: 'setup.read' },
      schema: { tags, summary: 'How far the test report came', response: { 200: testReport.nullable() } },
    },
    async (request) => {
      const test = await findTestReport(contextOf(request))
      return test ? present(test) : null
    },
  )

  app.post(
    test,
    {
      config: { operation: 'setup.test', errors: [404, 409] },
      schema: {
        tags,
        summary: 'Make a report that tries the set-up',
        body: testReportRequest,
        response: { 201: testReport },
      },
    },
    async (request, reply) => {
      const made = await makeTestReport(contextOf(request), actorOf(request), request.body.category)
      return reply.code(201).send(present(made))
    },
  )

  app.delete(
    test,
    {
      config: { operation: 'setup.test', errors: [404] },
      schema: { tags, summary: 'Remove the test report', response: { 204: z.null() } },
    },
    async (request, reply) => {
      await removeTestReport(contextOf(request), actorOf(request))
      return reply.code(204).send(null)
    },
  )
}

function present({ signalId, steps, isPassed }: TestReport) {
  return { signal_id: signalId, steps: { ...steps }, is_passed: isPassed }
}
