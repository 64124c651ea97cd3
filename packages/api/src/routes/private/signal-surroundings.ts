import {
  childPage,
  followerCount,
  nearSignals,
  nearSignalsQuery,
  pageQuery,
  reporterSignalPage,
  signalContext,
  signalHistory,
  signalHistoryQuery,
  signalParams,
} from '@signalen/contract'
import {
  type ChildView,
  countFollowers,
  getSignalContext,
  listChildren,
  listHistory,
  listNearSignals,
  listReporterSignals,
  type ReporterSignal,
  type SignalContext,
} from '@signalen/services'
import { baseUrl, curies, link } from '../../links.ts'
import { halList, PAGE_HEADERS, placeOf, readGeoPage, setPageHeaders } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentSurroundings } from '../../present/signal-features.ts'
import { presentHistoryEntry } from '../../present/signal-history.ts'
import { presentShortCategory, presentShortStatus, signalPath } from '../../present/signal-parts.ts'
import { presentTime } from '../../present/time.ts'
import { lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['signals']
const params = signalParams

/** What happened to a report, and what stands around it. */
export function signalSurroundingRoutes(app: Api): void {
  app.get(
    '/v1/private/signals/:id/history',
    {
      config: { operation: 'signal.history' },
      schema: {
        tags,
        summary: 'The history of a report',
        params,
        querystring: signalHistoryQuery,
        response: { 200: signalHistory },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const entries = await listHistory(context, actorOf(request), {
        signalId: readId(request.params.id),
        what: lastValue(request.query.what) || undefined,
        createdAfter: lastValue(request.query.created_after),
      })
      return entries.map((entry) => presentHistoryEntry(entry, context.settings))
    },
  )

  app.get(
    '/v1/private/signals/:id/children',
    {
      config: { operation: 'signal.children' },
      schema: {
        tags,
        summary: 'The parts of a report that was split',
        params,
        querystring: pageQuery,
        response: { 200: childPage },
      },
    },
    async (request) => {
      const children = await listChildren(contextOf(request), actorOf(request), readId(request.params.id))
      const { timeZone } = contextOf(request).settings
      return halList(
        request,
        children.map((child) => presentChild(child, { base: baseUrl(request), timeZone })),
      )
    },
  )

  app.get(
    '/v1/private/signals/:id/followers',
    {
      config: { operation: 'signal.followers' },
      schema: { tags, summary: 'How many people follow a report', params, response: { 200: followerCount } },
    },
    async (request) => ({
      count: await countFollowers(contextOf(request), actorOf(request), readId(request.params.id)),
    }),
  )

  app.get(
    '/v1/private/signals/:id/context',
    {
      config: { operation: 'signal.context' },
      schema: {
        tags,
        summary: 'How many reports are like this one',
        params,
        response: { 200: signalContext },
      },
    },
    async (request) => {
      const id = readId(request.params.id)
      const around = await getSignalContext(contextOf(request), actorOf(request), id)
      return presentContext(id, around, baseUrl(request))
    },
  )

  app.get(
    '/v1/private/signals/:id/context/reporter',
    {
      config: { operation: 'signal.context' },
      schema: {
        tags,
        summary: 'Reports of the same reporter',
        params,
        querystring: pageQuery,
        response: { 200: reporterSignalPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const signals = await listReporterSignals(context, actorOf(request), readId(request.params.id))
      return halList(
        request,
        signals.map((signal) => presentReporterSignal(signal, context.settings.timeZone)),
      )
    },
  )

  app.get(
    '/v1/private/signals/:id/context/near/geography',
    {
      config: { operation: 'signal.context', headers: PAGE_HEADERS },
      schema: {
        tags,
        summary: 'Reports of the same kind nearby',
        params,
        querystring: nearSignalsQuery,
        response: { 200: nearSignals },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const asked = readGeoPage(request.query, context.settings.geographyPageSize)
      const signalId = readId(request.params.id)
      const near = await listNearSignals(context, actorOf(request), { signalId, placeOf: placeOf(asked) })
      setPageHeaders(request, reply, asked, near.count)
      return presentSurroundings(near.signals, context.settings.timeZone)
    },
  )
}

function presentChild(child: ChildView, { base, timeZone }: { base: string; timeZone: string }) {
  return {
    _links: { self: link(base, signalPath(child.id)) },
    id: child.id,
    status: presentShortStatus(child.state),
    category: presentShortCategory(child.category),
    updated_at: presentTime(child.updatedAt, timeZone),
    can_view_signal: child.canView,
  }
}

function presentContext(id: number, { nearCount, reporter }: SignalContext, base: string) {
  const own = `${signalPath(id)}/context`
  return {
    _links: {
      curies: curies(base),
      self: link(base, own),
      'sia:context-reporter-detail': link(base, `${own}/reporter`),
      'sia:context-geography-detail': link(base, `${own}/near/geography`),
    },
    near: { signal_count: nearCount },
    reporter: reporter && {
      signal_count: reporter.signalCount,
      open_count: reporter.openCount,
      positive_count: reporter.positiveCount,
      negative_count: reporter.negativeCount,
    },
  }
}

function presentReporterSignal(signal: ReporterSignal, timeZone: string) {
  const { feedback } = signal
  return {
    id: signal.id,
    created_at: presentTime(signal.createdAt, timeZone),
    category: presentShortCategory(signal.category),
    status: presentShortStatus(signal.state),
    // The one time that has always stood in UTC here.
    feedback: feedback && {
      is_satisfied: feedback.isSatisfied,
      submitted_at: feedback.submittedAt?.toISOString() ?? null,
    },
    can_view_signal: signal.canView,
    has_children: signal.hasChildren,
  }
}
