import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@signalen/database'
import { expect, it } from 'vitest'
import { createMetrics } from '../apps/server/src/watching/metrics.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'deploy', 'monitoring')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const dashboard = read('deploy', 'monitoring', 'dashboard.json')
const alerts = read('deploy', 'monitoring', 'alerts.yaml')
const tried = read('deploy', 'monitoring', 'alerts.test.yaml')
const guide = read('docs', 'operate', 'watch.md')
const runbook = read('docs', 'operate', 'alerts.md')
const promtool = join(homedir(), '.cache', 'signalen-chart-tools', 'bin', 'promtool')

/** As they stand in the product, with the names that a histogram gives to its parts. */
async function listMetrics(): Promise<{ own: string[]; all: Set<string> }> {
  const pool = { waitingCount: 0, totalCount: 0, query: async () => ({ rows: [] }) }
  const database = { pool } as unknown as Database
  const text = await createMetrics({ database, version: '1', role: 'both', breakers: {} }).read()
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({
    name,
    type,
  }))
  const all = types.flatMap(({ name, type }) =>
    type === 'histogram' ? ['_count', '_sum', '_bucket'].map((part) => `${name}${part}`) : [name],
  )
  return {
    own: types.map(({ name }) => name).filter((name) => name.startsWith('signalen_')),
    all: new Set(all),
  }
}

function named(text: string): string[] {
  return [...new Set(text.match(/\b(?:signalen|process|nodejs)_[a-z0-9_]+/g))]
}

it('shows and warns by metrics that the product has', async () => {
  const { all } = await listMetrics()
  for (const content of [dashboard, alerts]) {
    expect(named(content).length).toBeGreaterThan(8)
    expect(named(content).filter((name) => !all.has(name))).toEqual([])
  }
})

it('tells operators of every metric', async () => {
  const { own } = await listMetrics()
  expect(own.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  expect(own.filter((name) => !dashboard.includes(name))).toEqual([])
})

it('says for every alert what to do', () => {
  const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    expect(alerts).toContain(`runbook: docs/operate/alerts.md#${name.toLowerCase()}`)
    expect(runbook).toContain(`\n## ${name}\n`)
  }
})

it('tries every alert when nothing is wrong, and all together when everything is', () => {
  const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
  for (const name of names) expect(tried).toMatch(new RegExp(`alertname: ${name}, exp_alerts: \\[\\] `))
  expect(tried).toContain(`labels: "{}", value: ${names.length} }`)
})

it.skipIf(!existsSync(promtool))('is understood by Prometheus, which fires each alert when it should', () => {
  const tested = spawnSync(promtool, ['test', 'rules', 'alerts.test.yaml'], { cwd: folder, encoding: 'utf8' })
  expect(tested.stdout + tested.stderr).toContain('SUCCESS')
  expect(tested.status).toBe(0)
})
