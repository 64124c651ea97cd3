import { backgroundTaskPage, dueSignalPage, pageQuery, startedTask, taskRunPage } from '@signalen/contract'
import { displayNumber } from '@signalen/domain'
import {
  BACKGROUND_TASKS,
  listLastRuns,
  listSignalsToDelete,
  listTaskRuns,
  queueTask,
  spreadTask,
} from '@signalen/services'
import { z } from 'zod'
import { halList, halPage, readPage, resolvePage } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentRun } from '../../present/present-task-run.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['background tasks']
const all = '/v1/private/background-tasks'

/** What the clock sets off: which tasks there are, what came of them, and running one by hand. */
export function backgroundTaskRoutes(app: Api): void {
  readRoutes(app)
  runRoutes(app)
}

function readRoutes(app: Api): void {
  const config = { operation: 'task.read' } as const
  app.get(
    all,
    {
      config,
      schema: {
        tags,
        summary: 'Background tasks',
        querystring: pageQuery,
        response: { 200: backgroundTaskPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const runs = await listLastRuns(context)
      const tasks = BACKGROUND_TASKS.map(({ name, cron, does }) => {
        const last = runs.find(({ task }) => task === name)
        const ownCron = spreadTask(cron, context.municipality)
        return {
          name,
          cron: ownCron,
          does,
          last_run: last ? presentRun(last, context.settings.timeZone) : null,
        }
      })
      return halList(request, tasks)
    },
  )

  app.get(
    `${all}/runs`,
    {
      config,
      schema: {
        tags,
        summary: 'What came of background tasks',
        querystring: pageQuery,
        response: { 200: taskRunPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const asked = readPage(request.query)
      const { count, runs } = await listTaskRuns(context, (total) => ({
        limit: asked.pageSize,
        offset: (resolvePage(asked, total) - 1) * asked.pageSize,
      }))
      const results = runs.map((run) => presentRun(run, context.settings.timeZone))
      return halPage(request, asked, { count, results })
    },
  )
}

function runRoutes(app: Api): void {
  const config = { operation: 'task.run' } as const
  app.post(
    `${all}/:name/run`,
    {
      config,
      schema: {
        tags,
        summary: 'Run a background task now',
        params: z.object({ name: z.string() }),
        response: { 202: startedTask },
      },
    },
    async (request, reply) => {
      const { name } = request.params
      await queueTask(contextOf(request), name)
      return reply.code(202).send({ name })
    },
  )

  app.get(
    `${all}/delete-signals/due`,
    {
      config,
      schema: {
        tags,
        summary: 'Reports that would be destroyed now: a dry run',
        querystring: pageQuery,
        response: { 200: dueSignalPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const { idPrefix, timeZone } = context.settings
      const due = await listSignalsToDelete(context)
      return halList(
        request,
        due.map(({ id, state, statusSince, parts, termDays }) => ({
          id,
          id_display: displayNumber(id, idPrefix),
          state,
          status_since: presentTime(statusSince, timeZone),
          parts,
          term_days: termDays,
        })),
      )
    },
  )
}
