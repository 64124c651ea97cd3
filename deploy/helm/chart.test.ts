import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { VARIABLES } from '../../apps/server/src/configuration/variables.ts'

const TOOLS = process.env.CHART_TOOLS ?? join(homedir(), '.cache', 'signalen-chart-tools', 'bin')
const CHART = join(import.meta.dirname, 'signalen')
/** Helm that was not built by its makers takes itself for an old Kubernetes. */
const VERSION = ['--kube-version', '1.34.0']
const EXAMPLES = ['object-storage', 'shared-volume'] as const

interface Container {
  readonly name: string
  readonly args?: readonly string[]
  readonly env: readonly { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string } } }[]
  readonly securityContext: object
  readonly volumeMounts: readonly { name: string; mountPath: string }[]
  readonly lifecycle?: { preStop: { exec: { command: readonly string[] } } }
  readonly resources: { requests: object; limits: object }
}

interface Manifest {
  readonly kind: string
  readonly metadata: { name: string; annotations?: Record<string, string>; labels: Record<string, string> }
  readonly spec: Record<string, unknown> & {
    template?: { metadata: { labels: object }; spec: Record<string, unknown> & { containers: Container[] } }
  }
  readonly data?: Record<string, string>
}

function run(tool: string, args: readonly string[], input?: string) {
  return spawnSync(join(TOOLS, tool), args, { cwd: CHART, encoding: 'utf8', ...(input ? { input } : {}) })
}

function template(example: string, ...more: string[]) {
  return run('helm', [
    'template',
    'meldingen',
    '.',
    '-n',
    'm',
    '-f',
    `ci/${example}.yaml`,
    ...VERSION,
    ...more,
  ])
}

function read(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null)
}

function ofKind(manifests: readonly Manifest[], kind: string, end = ''): Manifest[] {
  return manifests.filter((one) => one.kind === kind && one.metadata.name.endsWith(end))
}

function podOf(manifests: readonly Manifest[], kind: string, end: string) {
  const pod = ofKind(manifests, kind, end)[0]?.spec.template?.spec
  const [container] = pod?.containers ?? []
  if (!pod || !container) throw new Error(`there is no ${kind} ${end}`)
  return { pod, container }
}

describe.each(EXAMPLES)('the chart with %s', (example) => {
  let text = ''
  let manifests: Manifest[] = []
  beforeAll(() => {
    const made = template(example)
    expect(made.stderr).toBe('')
    text = made.stdout
    manifests = read(text)
  })

  it('is well made', () => {
    const linted = run('helm', ['lint', '--strict', '.', '-f', `ci/${example}.yaml`, ...VERSION])
    expect(linted.status, linted.stdout).toBe(0)
  })

  it('is what Kubernetes takes', () => {
    const place = join(import.meta.dirname, 'schemas', '{{.ResourceKind}}{{.KindSuffix}}.json')
    const skip = ['-skip', 'ServiceMonitor,PrometheusRule']
    const checked = run('kubeconform', ['-strict', ...skip, '-summary', '-schema-location', place, '-'], text)
    expect(checked.status, checked.stdout + checked.stderr).toBe(0)
    expect(checked.stdout).toMatch(/Valid: \d{2}/)
  })

  it('has nothing that kube-score would do otherwise', () => {
    const scored = run('kube-score', ['score', '-', '--output-format', 'ci'], text)
    expect(scored.stdout).toContain('[OK]')
    expect(scored.stdout.split('\n').filter((line) => /^\[(CRITICAL|WARNING)\]/.test(line))).toEqual([])
  })

  it('gives no pod more than it needs', () => {
    for (const [kind, end] of [
      ['Deployment', '-web'],
      ['Deployment', '-worker'],
      ['Job', '-migration'],
    ] as const) {
      const { pod, container } = podOf(manifests, kind, end)
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      })
      expect(container.securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
      expect(container.resources).toMatchObject({ requests: { memory: /Mi/ }, limits: { memory: /Mi|Gi/ } })
      expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(
        expect.arrayContaining(['/tmp', '/data']),
      )
    }
  })

  it('sets what the product knows, secrets by reference only', () => {
    const known = new Map(VARIABLES.map((variable) => [variable.name as string, 'secret' in variable]))
    for (const end of ['-web', '-worker']) {
      for (const { name, value, valueFrom } of podOf(manifests, 'Deployment', end).container.env) {
        expect(known.has(name) || /^(OTEL|NODE)_/.test(name), `${name} is a setting`).toBe(true)
        expect(Boolean(valueFrom), `${name} is secret`).toBe(known.get(name) ?? false)
        expect(value ?? valueFrom).toBeDefined()
      }
    }
    expect(ofKind(manifests, 'Secret')).toEqual([])
  })

  it('lets only the migrations act as the owner of the database, before anything else', () => {
    const { container } = podOf(manifests, 'Job', '-migration')
    expect(container.args).toEqual(['migrate'])
    expect(container.env.map(({ name }) => name)).toContain('DATABASE_MIGRATION_URL')
    for (const end of ['-web', '-worker']) {
      const names = podOf(manifests, 'Deployment', end).container.env.map(({ name }) => name)
      expect(names).not.toContain('DATABASE_MIGRATION_URL')
      expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', 'SECRET', 'SMTP_URL', 'OIDC_ISSUER']))
    }
    const [job] = ofKind(manifests, 'Job')
    expect(job?.metadata.annotations).toMatchObject({ 'helm.sh/hook': 'pre-install,pre-upgrade' })
  })

  it('replaces web processes without a gap', () => {
    const [web] = ofKind(manifests, 'Deployment', '-web')
    expect(web?.spec.strategy).toMatchObject({ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } })
    const { pod, container } = podOf(manifests, 'Deployment', '-web')
    const wait = Number(
      /setTimeout\(\(\) => \{\}, (\d+)\)/.exec(String(container.lifecycle?.preStop.exec.command))?.[1],
    )
    const drain = Number(container.env.find(({ name }) => name === 'DRAIN_SECONDS')?.value)
    expect(wait).toBeGreaterThanOrEqual(5000)
    // A worker hands its jobs back within ten seconds of the end of the requests.
    expect(Number(pod.terminationGracePeriodSeconds)).toBeGreaterThan(wait / 1000 + drain + 10)
    expect(ofKind(manifests, 'PodDisruptionBudget').map(({ spec }) => spec.minAvailable)).toEqual([1, 1])
  })

  it('lets nothing in or out that is not named', () => {
    const policies = ofKind(manifests, 'NetworkPolicy')
    expect(
      policies.map(({ metadata }) => metadata.name.replace('meldingen-signalen-', '')).toSorted(),
    ).toEqual(['deny', 'egress', 'metrics', 'migration', 'web'])
    const [deny] = ofKind(policies, 'NetworkPolicy', '-deny')
    expect(deny?.spec).toEqual({
      podSelector: {
        matchLabels: { 'app.kubernetes.io/name': 'signalen', 'app.kubernetes.io/instance': 'meldingen' },
      },
      policyTypes: ['Ingress', 'Egress'],
    })
    for (const { spec } of policies)
      for (const rule of (spec.ingress ?? []) as { from?: unknown[] }[])
        expect(rule.from?.length).toBeGreaterThan(0)
  })
})

describe('what can be chosen', () => {
  const manifestsOf = (example: string, ...more: string[]) => read(template(example, ...more).stdout)

  it('keeps files in object storage, or on a volume that all share, and never in one pod alone', () => {
    const away = podOf(manifestsOf('object-storage'), 'Deployment', '-web')
    expect(away.container.env.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['S3_ENDPOINT', 'S3_BUCKET']),
    )
    const shared = podOf(manifestsOf('shared-volume'), 'Deployment', '-worker')
    expect(shared.pod.volumes).toContainEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'signalen-files' },
    })
    const neither = template('shared-volume', '--set', 'storage.existingClaim=')
    expect(neither.status).not.toBe(0)
    expect(neither.stderr).toContain('storage.endpoint')
  })

  it('scales by the processor, or stays at a number', () => {
    const scaled = manifestsOf('object-storage')
    expect(ofKind(scaled, 'HorizontalPodAutoscaler')[0]?.spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 6,
    })
    expect(ofKind(scaled, 'Deployment', '-web')[0]?.spec.replicas).toBeUndefined()
    const fixed = manifestsOf('shared-volume')
    expect(ofKind(fixed, 'HorizontalPodAutoscaler')).toEqual([])
    expect(ofKind(fixed, 'Deployment', '-web')[0]?.spec.replicas).toBe(2)
  })

  it('answers at every name, encrypted', () => {
    const [ingress] = ofKind(manifestsOf('object-storage'), 'Ingress')
    const hosts = ['melden.gemeente.example', 'melden.buurgemeente.example']
    expect(ingress?.spec).toMatchObject({ tls: [{ hosts, secretName: 'signalen-tls' }] })
    expect(ingress?.spec).toMatchObject({ rules: hosts.map((host) => ({ host })) })
    expect(ofKind(manifestsOf('shared-volume'), 'Ingress')).toEqual([])
  })

  it('brings the rules and the dashboard of deploy/monitoring along', () => {
    const made = manifestsOf('object-storage')
    const folder = join(import.meta.dirname, '..', 'monitoring')
    for (const file of ['alerts.yaml', 'dashboard.json']) {
      expect(readFileSync(join(CHART, 'files', file), 'utf8')).toBe(readFileSync(join(folder, file), 'utf8'))
    }
    const [rules] = parseAllDocuments(readFileSync(join(folder, 'alerts.yaml'), 'utf8'))
    expect(ofKind(made, 'PrometheusRule')[0]?.spec).toEqual(rules?.toJS())
    expect(ofKind(made, 'ServiceMonitor')[0]?.spec).toMatchObject({ endpoints: [{ port: 'metrics' }] })
    const board = ofKind(made, 'ConfigMap', '-dashboard')[0]?.data?.['signalen.json'] ?? ''
    expect(JSON.parse(board).title).toBe('Signalen')
    expect(ofKind(manifestsOf('shared-volume'), 'ServiceMonitor')).toEqual([])
  })

  it.each([
    ['image.repository=', 'repository'],
    ['citizenUrl=melden', 'citizenUrl'],
    ['web.minReplicas=2', 'minReplicas'],
    ['settings.pdok-url=x', 'pdok-url'],
    ['identity.issuer=', 'issuer'],
    ['mail.tls=perhaps', 'tls'],
  ])('refuses %s', (setting, word) => {
    const made = template('object-storage', '--set', setting)
    expect(made.status).not.toBe(0)
    expect(made.stderr).toContain(word)
  })
})
