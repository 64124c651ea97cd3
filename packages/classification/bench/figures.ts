import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { Evaluation } from '../src/judging/evaluate.ts'

/** What the baselines kept: all but speed, and how sure they were was not measured. */
export type Row = Omit<Evaluation, 'millisecondsPerText' | 'calibrationError'> & {
  readonly calibrationError?: number
}

export interface Section {
  readonly title: string
  readonly rows: Readonly<Record<string, Row>>
}

const FIGURES = join(import.meta.dirname, '..', '..', '..', 'bench', 'figures')

export function printSection({ title, rows }: Section): void {
  print(`\n${title}`)
  print(`  ${''.padEnd(52)}main-1 main-3  sub-1  sub-3      F1   calib     n`)
  for (const [name, row] of Object.entries(rows)) print(presentRow(name, row))
}

function presentRow(name: string, row: Row): string {
  const share = (value: number): string => (value * 100).toFixed(1).padStart(6)
  const cells = [row.main.top1, row.main.top3, row.sub.top1, row.sub.top3].map(share).join(' ')
  const error = row.calibrationError === undefined ? '     -' : row.calibrationError.toFixed(3).padStart(6)
  return `  ${name.padEnd(52)}${cells}   ${row.macroF1.toFixed(3)}  ${error}  ${String(row.n).padStart(4)}`
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Kept beside the other figures of the product. */
export function writeFigures(figures: object): string {
  mkdirSync(FIGURES, { recursive: true })
  const file = join(FIGURES, 'classification.json')
  const machine = { cores: cpus().length, node: process.version, loadAverage: Math.round(loadavg()[1] ?? 0) }
  const kept = { date: new Date().toISOString().slice(0, 10), machine, ...figures }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}
