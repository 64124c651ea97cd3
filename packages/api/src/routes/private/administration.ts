import { Readable } from 'node:stream'
import {
  auditActions,
  auditExportQuery,
  auditLogPage,
  auditLogQuery,
  configurationImport,
  configurationImportRequest,
  retentionDue,
  settingChange,
  settingList,
} from '@signalen/contract'
import {
  type AuditFilter,
  type AuditRow,
  changeConfiguration,
  changeSettings,
  exportConfiguration,
  listAuditActions,
  listAuditLog,
  listDueTomorrow,
  listSettings,
  writeAuditLog,
} from '@signalen/services'
import { z } from 'zod'
import { halPage, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { MAXIMUM_UPLOAD_BYTES } from '../../plugins/body.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['administration']

/** What looks after the municipality as a whole. */
export function administrationRoutes(app: Api): void {
  settingRoutes(app)
  auditRoutes(app)
  configurationRoutes(app)

  app.get(
    '/v1/private/retention/due',
    {
      config: { operation: 'retention.read' },
      schema: {
        tags,
        summary: 'What would be anonymised and destroyed this time tomorrow',
        response: { 200: retentionDue },
      },
    },
    async (request) => {
      const { at, anonymised, destroyed } = await listDueTomorrow(contextOf(request))
      return {
        at: presentTime(at),
        anonymised: { count: anonymised.count, signal_ids: [...anonymised.ids] },
        destroyed: {
          is_on: destroyed.isOn,
          signal_ids: [...destroyed.ids],
          is_capped: destroyed.isCapped,
        },
      }
    },
  )
}

function settingRoutes(app: Api): void {
  app.get(
    '/v1/private/settings',
    {
      config: { operation: 'setting.read' },
      schema: { tags, summary: 'Settings of the municipality', response: { 200: settingList } },
    },
    async (request) => listSettings(contextOf(request)),
  )

  app.patch(
    '/v1/private/settings',
    {
      config: { operation: 'setting.update' },
      schema: {
        tags,
        summary: 'Change settings, all or none',
        body: settingChange,
        response: { 200: settingList },
      },
    },
    async (request) => changeSettings(contextOf(request), actorOf(request), request.body),
  )
}

function auditRoutes(app: Api): void {
  const config = { operation: 'audit.read' } as const
  app.get(
    '/v1/private/audit-log',
    {
      config,
      schema: {
        tags,
        summary: 'What was set otherwise, and who saw contact details',
        querystring: auditLogQuery,
        response: { 200: auditLogPage },
      },
    },
    async (request) => {
      const page = readPage(request.query)
      const { count, results } = await listAuditLog(contextOf(request), {
        filter: readFilter(request.query),
        page,
      })
      return halPage(request, page, { count, results: results.map(presentAudit) })
    },
  )

  app.get(
    '/v1/private/audit-log/actions',
    {
      config,
      schema: { tags, summary: 'Kinds of lines in the audit log', response: { 200: auditActions } },
    },
    async (request) => listAuditActions(contextOf(request)),
  )

  app.get(
    '/v1/private/audit-log.csv',
    {
      config,
      schema: {
        tags,
        summary: 'The audit log as CSV',
        querystring: auditExportQuery,
        produces: ['text/csv'],
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="auditlog.csv"')
        .header('cache-control', 'no-store')
        .send(Readable.from(writeAuditLog(contextOf(request), readFilter(request.query)))),
  )
}

function readFilter({ from, until, ...others }: z.output<typeof auditExportQuery>): AuditFilter {
  return { ...others, from: from ? new Date(from) : undefined, until: until ? new Date(until) : undefined }
}

function configurationRoutes(app: Api): void {
  app.get(
    '/v1/private/configuration',
    {
      config: { operation: 'configuration.export' },
      schema: {
        tags,
        summary: 'All that is set up, as one file',
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) =>
      reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="gemeente.json"')
        .header('cache-control', 'no-store')
        .serializer(String)
        .send(await exportConfiguration(contextOf(request).db)),
  )

  app.post(
    '/v1/private/configuration',
    {
      bodyLimit: MAXIMUM_UPLOAD_BYTES,
      config: { operation: 'configuration.import' },
      schema: {
        tags,
        summary: 'Set up what a file asks for, all or none',
        body: configurationImportRequest,
        response: { 200: configurationImport },
      },
    },
    async (request) => {
      const { text, dry_run: isDry } = request.body
      const outcome = await changeConfiguration(contextOf(request), actorOf(request), { text, isDry })
      return {
        is_stored: outcome.ok && !isDry,
        faults: outcome.ok
          ? []
          : outcome.faults.map(({ line, column, path, reason }) => ({ line, column, path, reason })),
        changes: outcome.ok ? [...outcome.changes] : [],
      }
    },
  )
}

function presentAudit({ id, at, actor, action, objectType, objectId, detail }: AuditRow) {
  return {
    id,
    occurred_at: presentTime(at),
    actor,
    action,
    object_type: objectType,
    object_id: objectId,
    detail: { ...detail },
  }
}
