// `npm test`: every check, each suite within its budget of time. `--only NAME[,NAME]` runs some of them,
// `--long` runs the long forms.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './lib/build.mjs'
import { fail, install, pinnedNode, requireNode } from './lib/install.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { suitesOf } from './lib/suites.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
})

requireNode()
install(root)
const suites = selectSuites()
if (suites.some(({ needs }) => needs?.includes('apps'))) build(root)
const postgres = suites.some(({ needs }) => needs?.includes('postgres')) ? await startPostgres() : {}
if (postgres.missing) console.log(`${postgres.missing}: what needs it is skipped.`)

const results = []
let spareSeconds = 0
try {
  for (const suite of suites) {
    const result = await runSuite(suite, suite.budgetSeconds + spareSeconds)
    if (result.outcome !== 'skipped')
      spareSeconds = Math.max(0, spareSeconds + suite.budgetSeconds - result.seconds)
    results.push(result)
  }
} finally {
  postgres.stop?.()
}
report(results)

function selectSuites() {
  const all = suitesOf({ long: options.long })
  if (!options.only) return all
  const names = options.only.split(',')
  const unknown = names.filter((name) => !all.some((suite) => suite.name === name))
  if (unknown.length > 0)
    fail(`There is no suite ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`)
  return all.filter(({ name }) => names.includes(name))
}

async function runSuite(suite, limitSeconds) {
  const reason = reasonToSkip(suite)
  if (reason) {
    console.log(`\n=== ${suite.name}: skipped, ${reason}`)
    const isFault = process.env.CI && !suite.isOptional
    return { suite, outcome: isFault ? 'failed' : 'skipped', seconds: 0, reason }
  }
  console.log(`\n=== ${suite.name} (at most ${Math.round(limitSeconds)} s)`)
  const begin = Date.now()
  for (const command of suite.commands) {
    const left = limitSeconds * 1000 - (Date.now() - begin)
    const problem = await runCommand(command, left)
    if (problem) return { suite, outcome: 'failed', seconds: secondsSince(begin), reason: problem }
  }
  return { suite, outcome: 'passed', seconds: secondsSince(begin) }
}

function reasonToSkip(suite) {
  if (suite.needs?.includes('postgres-server') && postgres.missing) return postgres.missing
  if (suite.needs?.includes('contract') && !existsSync(join(root, '..', 'shared', 'contract'))) {
    return 'the recordings of the v1 API are not beside this checkout'
  }
  if (suite.needs?.includes('chromium') && !existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
    return 'Chromium is not installed'
  }
  if (suite.needs?.includes('schemathesis') && !isThere(process.env.SCHEMATHESIS ?? 'schemathesis')) {
    return 'schemathesis is not installed (Python: pip install schemathesis, and its path in SCHEMATHESIS)'
  }
  if (suite.needs?.includes('chart-tools') && !hasChartTools()) {
    return 'helm, kubeconform and kube-score are not installed (.ci/run installs them where there is Go)'
  }
  return undefined
}

function hasChartTools() {
  const folder = process.env.CHART_TOOLS ?? join(homedir(), '.cache', 'signalen-chart-tools', 'bin')
  return ['helm', 'kubeconform', 'kube-score'].every((name) => existsSync(join(folder, name)))
}

function isThere(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}

function runCommand(command, milliseconds) {
  return new Promise((resolve) => {
    const [program, ...args] = command
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program === 'node' ? pinnedNode(root) : program, args, {
      cwd: root,
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, PATH: path, ...(postgres.url ? { TEST_DATABASE_URL: postgres.url } : {}) },
    })
    const timer = setTimeout(
      () => {
        stopGroup(child.pid)
        resolve(`over its budget of time at ${command.join(' ')}`)
      },
      Math.max(1000, milliseconds),
    )
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? undefined : `${command.join(' ')} ended with status ${code}`)
    })
    child.on('error', (error) => resolve(`${command.join(' ')}: ${error.message}`))
  })
}

function stopGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

function secondsSince(begin) {
  return Math.round((Date.now() - begin) / 100) / 10
}

function report(all) {
  console.log('')
  for (const { suite, outcome, seconds, reason } of all) {
    console.log(`${outcome.padEnd(7)} ${suite.name.padEnd(20)} ${seconds} s${reason ? `  ${reason}` : ''}`)
  }
  const count = (outcome) => all.filter((result) => result.outcome === outcome).length
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  process.exitCode = count('failed') > 0 ? 1 : 0
}
