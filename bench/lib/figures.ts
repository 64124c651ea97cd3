import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Measured, round } from './measure.ts'

export interface MeasuredRequest {
  readonly name: string
  readonly referenceMilliseconds?: number
  /** One request at a time. */
  readonly alone: Measured
  /** Several clients at once. */
  readonly together: Measured
}

export interface Run {
  readonly database: string
  readonly reports: number
  readonly clients: number
  readonly seedSeconds: number
  readonly databaseMegabytes: number
  readonly memoryMegabytes: { readonly atStart: number; readonly atEnd: number }
  readonly unit: Measured
  readonly requests: readonly MeasuredRequest[]
}

const FIGURES = join(import.meta.dirname, '..', 'figures')

/**
 * Kept as multiples of one unit, the time that `/status/health` takes in the same run: milliseconds of
 * different machines cannot be compared, multiples can, more or less.
 */
export async function writeFigures(run: Run): Promise<string> {
  const { unit, requests, ...about } = run
  const inUnits = (milliseconds: number) => round(milliseconds / unit.p50)
  return writeFigureFile(`${run.database}-${run.reports}`, {
    ...describeMachine(),
    ...about,
    unit: describeUnit(unit),
    requests: requests.map(({ name, referenceMilliseconds, alone, together }) => ({
      name,
      alone: { p50: inUnits(alone.p50), p95: inUnits(alone.p95), p99: inUnits(alone.p99) },
      together: { p50: inUnits(together.p50), p95: inUnits(together.p95), p99: inUnits(together.p99) },
      perSecond: together.perSecond,
      cpu: round(alone.cpu / unit.cpu),
      ...(referenceMilliseconds === undefined
        ? {}
        : { referenceMilliseconds, timesFaster: round(referenceMilliseconds / alone.p50) }),
    })),
  })
}

export function describeMachine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    // Of the last five minutes, this run included, which alone brings about two on two cores. More means that the
    // machine was shared: then only the processor time says something.
    loadAverage: round(loadavg()[1] ?? Number.NaN),
    machine: {
      cores: cpus().length,
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
  }
}

export function describeUnit(unit: Measured) {
  return { what: 'GET /status/health, one client, p50', milliseconds: unit.p50, cpuMilliseconds: unit.cpu }
}

/** What stands in the file under other names stays: a part may be measured alone. */
export async function writeFigureFile(name: string, figures: object): Promise<string> {
  await mkdir(FIGURES, { recursive: true })
  const file = join(FIGURES, `${name}.json`)
  await writeFile(file, `${JSON.stringify({ ...(await readFigures(file)), ...figures }, null, 2)}\n`)
  return file
}

async function readFigures(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return JSON.parse(text) as object
}

export function tableOf(run: Run): string {
  const rows = run.requests.map(({ name, alone, together, referenceMilliseconds: reference }) => [
    name,
    String(alone.cpu),
    String(alone.p50),
    String(alone.p95),
    String(together.p50),
    String(together.p95),
    String(together.p99),
    String(Math.round(together.perSecond)),
    reference === undefined ? '' : `${Math.round(reference / alone.p50)}×`,
  ])
  const head = [
    'request',
    'alone p50',
    'p95',
    `${run.clients} clients p50`,
    'p95',
    'p99',
    'per second',
    'faster',
  ]
  return alignColumns(head, rows)
}

export function alignColumns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)),
  )
  return [head, ...rows]
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '))
    .join('\n')
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
