import {
  signalParams,
  signalSuggestion,
  startedTask,
  suggestionModels,
  suggestionReport,
  suggestionSettings,
  suggestionSettingsChange,
} from '@signalen/contract'
import {
  activateModel,
  type Context,
  findLastRun,
  findModelInUse,
  findSuggestionReport,
  getSuggestion,
  JUDGING,
  listLastRuns,
  listModelVersions,
  queueTask,
  readSuggestionSettings,
  requestSuggestionReport,
  saveSuggestionSettings,
} from '@signalen/services'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentJudged, presentModelInUse, presentVersion } from '../../present/present-suggestion.ts'
import { presentRun } from '../../present/present-task-run.ts'
import { categoryPath, presentShortCategory } from '../../present/signal-parts.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['suggestions']
const all = '/v1/private/classification'
const TRAINING = 'train-classification'

/** How categories are suggested: for one report, and for the people who decide about it. */
export function suggestionRoutes(app: Api): void {
  ofSignalRoutes(app)
  modelRoutes(app)
  reportRoutes(app)
}

function ofSignalRoutes(app: Api): void {
  app.get(
    '/v1/private/signals/:id/suggestion',
    {
      config: { operation: 'signal.suggestion', errors: [504] },
      schema: {
        tags,
        summary: 'What the category of a report could be, and why',
        params: signalParams,
        response: { 200: signalSuggestion },
      },
    },
    async (request) => {
      const id = readId(request.params.id)
      const { model, isSure, threshold, ranked, words } = await getSuggestion(
        contextOf(request),
        actorOf(request),
        id,
      )
      return {
        in_use: presentModelInUse(model),
        is_sure: isSure,
        threshold,
        ranked: ranked.map(({ category, probability, isCurrent }) => ({
          category: presentShortCategory(category),
          category_url: `${baseUrl(request)}${categoryPath(category)}`,
          probability,
          is_current: isCurrent,
        })),
        words: words?.map((word) => ({ ...word })) ?? null,
      }
    },
  )
}

function modelRoutes(app: Api): void {
  app.get(
    `${all}/models`,
    {
      config: { operation: 'suggestion.read' },
      schema: { tags, summary: 'Models of your own', response: { 200: suggestionModels } },
    },
    async (request) => presentModels(contextOf(request)),
  )

  const activate = { operation: 'suggestionModel.activate' } as const
  app.post(
    `${all}/models/shipped/activate`,
    {
      config: activate,
      schema: {
        tags,
        summary: 'Use the model that comes with the product',
        response: { 200: suggestionModels },
      },
    },
    async (request) => {
      await activateModel(contextOf(request), actorOf(request), 'shipped')
      return presentModels(contextOf(request))
    },
  )

  app.post(
    `${all}/models/:id/activate`,
    {
      config: { ...activate, errors: [409] },
      schema: {
        tags,
        summary: 'Use a model of your own',
        params: z.object({ id: z.string() }),
        response: { 200: suggestionModels },
      },
    },
    async (request) => {
      const id = readId(request.params.id, 'Model')
      await activateModel(contextOf(request), actorOf(request), id)
      return presentModels(contextOf(request))
    },
  )

  app.post(
    `${all}/train`,
    {
      config: { operation: 'suggestionModel.train' },
      schema: { tags, summary: 'Learn from handled reports, soon', response: { 202: startedTask } },
    },
    async (request, reply) => {
      await queueTask(contextOf(request), TRAINING, { userId: actorOf(request).userId })
      return reply.code(202).send({ name: TRAINING })
    },
  )
}

async function presentModels(context: Context) {
  const { timeZone } = context.settings
  const last = (await listLastRuns(context)).find(({ task }) => task === TRAINING)
  return {
    in_use: presentModelInUse(await findModelInUse(context)),
    training: {
      is_running: last?.outcome === 'running',
      last_run: last ? presentRun(last, timeZone) : null,
    },
    versions: (await listModelVersions(context)).map((version) => presentVersion(version, timeZone)),
  }
}

function reportRoutes(app: Api): void {
  app.get(
    `${all}/report`,
    {
      config: { operation: 'suggestion.read' },
      schema: { tags, summary: 'How good the suggestions are', response: { 200: suggestionReport } },
    },
    async (request) => {
      const context = contextOf(request)
      const { timeZone } = context.settings
      const report = await findSuggestionReport(context, actorOf(request))
      const last = await findLastRun(context, JUDGING)
      return {
        in_use: presentModelInUse(await findModelInUse(context)),
        settings: readSuggestionSettings(context.settings),
        made_at: report ? presentTime(report.madeAt, timeZone) : null,
        made_of: report ? presentModelInUse(report.model) : null,
        is_being_made: last?.outcome === 'running',
        last_failed: last?.outcome === 'failed',
        judged: report?.judged ? presentJudged(report.judged) : null,
        corrections: report?.corrections.map((month) => ({ ...month })) ?? [],
      }
    },
  )

  app.post(
    `${all}/report`,
    {
      config: { operation: 'suggestionReport.request' },
      schema: {
        tags,
        summary: 'Have how good the suggestions are looked at anew, soon',
        response: { 202: startedTask },
      },
    },
    async (request, reply) => {
      await requestSuggestionReport(contextOf(request), actorOf(request))
      return reply.code(202).send({ name: JUDGING })
    },
  )

  app.get(
    `${all}/settings`,
    {
      config: { operation: 'suggestion.read' },
      schema: { tags, summary: 'Settings of the suggestions', response: { 200: suggestionSettings } },
    },
    async (request) => readSuggestionSettings(contextOf(request).settings),
  )

  app.patch(
    `${all}/settings`,
    {
      config: { operation: 'suggestion.update' },
      schema: {
        tags,
        summary: 'Change settings of the suggestions',
        body: suggestionSettingsChange,
        response: { 200: suggestionSettings },
      },
    },
    async (request) => {
      const saved = await saveSuggestionSettings(contextOf(request), actorOf(request), request.body)
      return { ...saved }
    },
  )
}
