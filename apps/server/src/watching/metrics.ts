import { metrics as otel } from '@opentelemetry/api'
import { type Database, type JobFigures, listJobFigures } from '@signalen/database'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly contentType: string
  /** As Prometheus reads them. */
  read(): Promise<string>
  observeRequest(request: { method: string; route: string; status: number }, seconds: number): void
  observeJob(job: string, outcome: Outcome, seconds: number): void
  countFailure(job: string, isLast: boolean): void
  observeOutside(call: { service: string; operation: string; outcome: Outcome }, seconds: number): void
}

export type Outcome = 'done' | 'failed'

export interface MetricsParts {
  readonly database: Database
  readonly version: string
  readonly role: string
  /** By the name of the service outside, whether it is left alone for now. */
  readonly breakers: Readonly<Record<string, () => boolean>>
}

const MAIL_JOB = 'mail.send'
const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const SLOW = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800]

/** Metrics of the process; labels hold names from the code, never an address, a number or a text. */
export function createMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registerProcess(registry, parts)
  registerJobs(
    registry,
    keptForAMoment(() => listJobFigures(parts.database)),
  )
  const requests = timer(registry, {
    name: 'signalen_http_request_duration_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: QUICK,
  })
  const jobs = timer(registry, {
    name: 'signalen_job_duration_seconds',
    help: 'Time that a job took, by how it ended.',
    labelNames: ['job', 'outcome'],
    buckets: SLOW,
  })
  const failures = new Counter({
    name: 'signalen_job_failures_total',
    help: 'Attempts of jobs that failed; with last="yes" there is no next one.',
    labelNames: ['job', 'last'],
    registers: [registry],
  })
  const outside = timer(registry, {
    name: 'signalen_outside_duration_seconds',
    help: 'Time that services outside took: mail, addresses, classification, files, virus scanner.',
    labelNames: ['service', 'operation', 'outcome'],
    buckets: QUICK,
  })
  const sent = otel.getMeter('signalen').createHistogram('http.server.request.duration', { unit: 's' })
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    observeRequest({ method, route, status }, seconds) {
      requests.observe({ method, route, status: String(status) }, seconds)
      sent.record(seconds, {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      })
    },
    observeJob: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
    countFailure: (job, isLast) => failures.inc({ job, last: isLast ? 'yes' : 'no' }),
    observeOutside: (call, seconds) => outside.observe({ ...call }, seconds),
  }
}

function timer(
  registry: Registry,
  options: { name: string; help: string; labelNames: string[]; buckets: number[] },
): Histogram {
  return new Histogram({ ...options, registers: [registry] })
}

function registerProcess(registry: Registry, { database, version, role, breakers }: MetricsParts): void {
  const info = new Gauge({
    name: 'signalen_info',
    help: 'Always 1; the labels tell the version and what this process does.',
    labelNames: ['version', 'role'],
    registers: [registry],
  })
  info.set({ version, role }, 1)
  gauge(registry, {
    name: 'signalen_database_waiting',
    help: 'Requests that wait for a database connection.',
    read: () => database.pool.waitingCount,
  })
  gauge(registry, {
    name: 'signalen_database_connections',
    help: 'Connections that this process has to the database.',
    read: () => database.pool.totalCount,
  })
  new Gauge({
    name: 'signalen_breaker_open',
    help: '1 while a service outside is left alone because it did not answer several times.',
    labelNames: ['service'],
    registers: [registry],
    collect() {
      for (const [service, isOpen] of Object.entries(breakers)) this.set({ service }, isOpen() ? 1 : 0)
    },
  })
}

/** The same in every process: a dashboard takes the greatest, not the sum. */
function registerJobs(registry: Registry, figures: () => Promise<readonly JobFigures[]>): void {
  const oldestOf = async (wanted?: string) =>
    Math.max(
      0,
      ...(await figures())
        .filter(({ name }) => wanted === undefined || name === wanted)
        .map(({ oldestUnfinishedSeconds }) => oldestUnfinishedSeconds),
    )
  gauge(registry, {
    name: 'signalen_oldest_job_seconds',
    help: 'Age of the oldest job that waits.',
    read: () => oldestOf(),
  })
  gauge(registry, {
    name: 'signalen_oldest_unsent_mail_seconds',
    help: 'Age of the oldest mail that is still to go out.',
    read: () => oldestOf(MAIL_JOB),
  })
  gauge(registry, {
    name: 'signalen_failed_jobs',
    help: 'Jobs that finally failed and wait for a person.',
    read: async () => (await figures()).reduce((sum, { failed }) => sum + Number(failed), 0),
  })
  new Gauge({
    name: 'signalen_jobs',
    help: 'Jobs by name and state.',
    labelNames: ['job', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { name, waiting, retrying, active, failed } of await figures())
        for (const [state, count] of Object.entries({ waiting, retrying, active, failed }))
          this.set({ job: name, state }, Number(count))
    },
  })
}

/** As a metric for Prometheus and, where that is sent, for OpenTelemetry. */
function gauge(
  registry: Registry,
  { name, help, read }: { name: string; help: string; read(): number | Promise<number> },
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read())
    },
  })
  otel
    .getMeter('signalen')
    .createObservableGauge(name.replace('signalen_', 'signalen.'), { description: help })
    .addCallback(async (result) => result.observe(await read()))
}

/** Several metrics of one reading come from one query. */
function keptForAMoment<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Promise<Value>; until: number } | undefined
  return () => {
    if (!kept || kept.until < Date.now()) kept = { value: read(), until: Date.now() + 500 }
    return kept.value
  }
}
