// Lets schemathesis ask whatever the OpenAPI document allows, and much that it does not, of a fresh server.
// It says which requests were answered with a fault of ours, or otherwise than the document says.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startMailServer } from '../lib/mail-server.ts'
import { startServer } from '../lib/server.ts'
import { startTokenIssuer } from '../lib/token-issuer.ts'
import { presentConfiguration } from './configuration.ts'
import { hintDocument } from './hint-document.ts'
import { makeKnownThings } from './known-things.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SEED = 20_261_124

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'ignored_auth',
  'unsupported_method',
  'use_after_free',
  'ensure_resource_availability',
]

interface Search {
  readonly phases: string
  /** `positive` asks what may be asked only, `all` asks what may not be, too. */
  readonly mode: string
  /** Of each operation. */
  readonly examples: string
  /** Goes on, with other requests each time, until this is over. */
  readonly seconds?: string
}

/** What is made and then read, changed and removed has to be asked for well; the rest is asked for in any way. */
const SHORT: readonly Search[] = [
  { phases: 'fuzzing', mode: 'all', examples: '1' },
  { phases: 'stateful', mode: 'positive', examples: '10' },
]
const LONG: readonly Search[] = [
  { phases: 'coverage,fuzzing', mode: 'all', examples: '50' },
  { phases: 'stateful', mode: 'positive', examples: '50', seconds: '240' },
]

const { values: options } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(SEED) },
    /** One search of one's own instead: its phases, whether it asks what may not be asked too, and how much. */
    phases: { type: 'string' },
    mode: { type: 'string', default: 'all' },
    examples: { type: 'string', default: '10' },
    seconds: { type: 'string' },
    /** Part of a path, to look at one thing. */
    path: { type: 'string' },
    /** A file for every request and answer. */
    report: { type: 'string' },
  },
})

const program = process.env.SCHEMATHESIS ?? 'schemathesis'
if (spawnSync(program, ['--version']).status === 0) process.exitCode = await run()
else {
  console.log(
    'schemathesis is not installed, so this is skipped. It needs Python: pip install schemathesis in an environment of its own, and SCHEMATHESIS=…/bin/schemathesis when that is not on the PATH.',
  )
}

async function run(): Promise<number> {
  const [issuer, mails] = await Promise.all([startTokenIssuer(), startMailServer()])
  const configFile = findConfiguration()
  const server = await startServer({
    configFile,
    environment: {
      OIDC_ISSUER: issuer.url,
      SMTP_URL: mails.url,
      PUBLIC_RATE_LIMIT: 'off',
      ADDRESS_CHECK: 'off',
    },
  })
  try {
    const employeeToken = await issuer.tokenFor(findSuperuser(configFile))
    const known = await makeKnownThings({ url: server.url, employeeToken, mails })
    const statuses: number[] = []
    for (const search of searches())
      statuses.push(await look(search, { url: server.url, known, employeeToken }))
    const faults = server.output().match(/^.*"level":"error".*$/gm) ?? []
    for (const fault of faults.slice(0, 20)) console.log(fault)
    const isLetIn = await canStillAsk(server.url, employeeToken)
    if (!isLetIn) console.log('The superuser was locked out on the way, so that what came after says little.')
    return statuses.every((status) => status === 0) && faults.length === 0 && isLetIn ? 0 : 1
  } finally {
    await server.stop()
    server.remove()
    await Promise.all([issuer.close(), mails.close()])
  }
}

/** The municipality of the recordings where they are at hand, and else that of the demonstration. */
function findConfiguration(): string {
  const recorded = join(ROOT, '..', 'shared', 'contract', 'base-data.json')
  return existsSync(recorded) ? recorded : join(ROOT, 'demo', 'municipality.json')
}

function findSuperuser(file: string): string {
  const { users } = JSON.parse(readFileSync(file, 'utf8')) as {
    users: readonly { readonly email: string; readonly isSuperuser?: boolean }[]
  }
  const found = users.find(({ isSuperuser }) => isSuperuser)
  if (!found) throw new Error(`${file} has no superuser`)
  return found.email
}

/** Whoever changes everything by chance may have changed themselves. */
async function canStillAsk(url: string, employeeToken: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${employeeToken}` }
  return (await fetch(`${url}/signals/v1/private/me`, { headers })).status === 200
}

function searches(): readonly Search[] {
  const { phases, mode, examples, seconds } = options
  if (phases !== undefined) return [{ phases, mode, examples, ...(seconds ? { seconds } : {}) }]
  return options.long ? LONG : SHORT
}

interface Place {
  readonly url: string
  readonly known: Awaited<ReturnType<typeof makeKnownThings>>
  readonly employeeToken: string
}

async function look(search: Search, { url, known, employeeToken }: Place): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'signalen-schemathesis-'))
  const config = join(folder, 'schemathesis.toml')
  writeFileSync(config, presentConfiguration(known.things))
  const served = (await (await fetch(`${url}/signals/openapi.json`)).json()) as Record<string, unknown>
  const document = join(folder, 'openapi.json')
  writeFileSync(document, JSON.stringify(hintDocument(served, known.hints)))
  const args = [
    '--config-file',
    config,
    'run',
    document,
    '--url',
    url,
    '--checks',
    CHECKS.join(','),
    '--phases',
    search.phases,
    '--max-examples',
    search.examples,
    '--seed',
    options.seed,
    '--mode',
    search.mode,
    '--no-color',
    ...(search.seconds ? ['--max-time', search.seconds] : []),
    ...(options.report ? ['--report', 'ndjson', '--report-ndjson-path', options.report] : []),
    ...(options.path ? ['--include-path-regex', options.path] : []),
  ]
  const child = spawn(program, args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, EMPLOYEE_TOKEN: employeeToken, REPORTER_TOKEN: known.reporterToken },
  })
  const status = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  rmSync(folder, { recursive: true, force: true })
  return status
}
