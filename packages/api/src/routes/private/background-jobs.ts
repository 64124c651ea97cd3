import { backgroundJobs, outsideServices } from '@signalen/contract'
import { dropFailedJob, listJobs, listOutsideServices, retryFailedJob } from '@signalen/services'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentOptionalTime, presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['background tasks']
const all = '/v1/private/background-jobs'
const params = z.object({ id: z.string() })

/** The queue as it is now, and whether the services outside answer. */
export function backgroundJobRoutes(app: Api): void {
  app.get(
    all,
    {
      config: { operation: 'job.read' },
      schema: { tags, summary: 'Work that runs, waits or failed', response: { 200: backgroundJobs } },
    },
    async (request) => presentJobs(await listJobs(contextOf(request)), contextOf(request).settings.timeZone),
  )

  app.post(
    `${all}/:id/retry`,
    {
      config: { operation: 'job.settle' },
      schema: { tags, summary: 'Do failed work once more', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await retryFailedJob(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    `${all}/:id`,
    {
      config: { operation: 'job.settle' },
      schema: { tags, summary: 'Let failed work be', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await dropFailedJob(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/private/outside-services',
    {
      config: { operation: 'service.read' },
      schema: {
        tags,
        summary: 'Services outside, and whether they answer',
        response: { 200: outsideServices },
      },
    },
    async (request) => {
      const { settings } = contextOf(request)
      return (await listOutsideServices(contextOf(request))).map((service) => ({
        name: service.name,
        state: service.state,
        is_resting: service.isResting,
        last_success: presentOptionalTime(service.lastSuccessAt, settings.timeZone),
        last_failure: presentOptionalTime(service.lastFailureAt, settings.timeZone),
        cause: service.cause,
      }))
    },
  )
}

function presentJobs(jobs: Awaited<ReturnType<typeof listJobs>>, timeZone: string) {
  return {
    failed_count: jobs.failedCount,
    failed: jobs.failed.map(({ id, name, data, attempts, createdAt, failedAt, cause, reason }) => ({
      id,
      name,
      about: presentIds(data),
      attempts,
      created_at: presentTime(createdAt, timeZone),
      failed_at: presentTime(failedAt, timeZone),
      cause,
      reason,
    })),
    running: jobs.running.map(({ id, name, data, startedAt, seconds }) => ({
      id,
      name,
      about: presentIds(data),
      started_at: presentTime(startedAt, timeZone),
      seconds: Math.round(seconds),
    })),
    waiting: jobs.waiting.map(({ name, waiting, retrying, oldestSeconds }) => ({
      name,
      waiting,
      retrying,
      oldest_seconds: Math.max(0, Math.round(oldestSeconds)),
    })),
  }
}

function presentIds(data: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
