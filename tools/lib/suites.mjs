// What `npm test` runs, in this order. Budgets are in seconds. What is optional may be skipped in CI too.
const vitest = ['node', 'node_modules/vitest/vitest.mjs', 'run']

const SHORT = [
  {
    name: 'static',
    budgetSeconds: 120,
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'tsconfig.web.json'],
      ['biome', 'ci', '--error-on-warnings', '.'],
    ],
  },
  { name: 'unit', budgetSeconds: 2400, needs: ['postgres'], commands: [vitest] },
  {
    name: 'contract-embedded',
    budgetSeconds: 150,
    needs: ['contract', 'apps'],
    commands: [['node', 'test/contract/run.mjs', '--database', 'embedded']],
  },
  {
    name: 'contract-postgres',
    budgetSeconds: 150,
    needs: ['contract', 'apps', 'postgres', 'postgres-server'],
    commands: [['node', 'test/contract/run.mjs', '--database', 'postgres']],
  },
  {
    name: 'browser',
    budgetSeconds: 1000,
    needs: ['chromium', 'apps'],
    commands: [[...vitest, '--config', 'test/vitest.config.ts', 'browser']],
  },
  {
    name: 'system',
    budgetSeconds: 900,
    needs: ['apps', 'postgres'],
    commands: [[...vitest, '--config', 'test/vitest.config.ts', 'system', 'faults']],
  },
  {
    name: 'chart',
    budgetSeconds: 60,
    needs: ['chart-tools'],
    isOptional: true,
    commands: [[...vitest, '--config', 'deploy/vitest.config.ts']],
  },
  {
    name: 'image',
    budgetSeconds: 120,
    needs: ['apps', 'postgres', 'postgres-server'],
    commands: [['node', 'deploy/image/check.mjs']],
  },
  {
    name: 'schemathesis',
    budgetSeconds: 150,
    needs: ['apps', 'schemathesis'],
    isOptional: true,
    commands: [['node', 'test/schemathesis/run.ts']],
  },
]

const LONG = [
  ...SHORT,
  {
    name: 'schemathesis-long',
    budgetSeconds: 2400,
    needs: ['apps', 'schemathesis'],
    isOptional: true,
    commands: [['node', 'test/schemathesis/run.ts', '--long']],
  },
  {
    name: 'faults-long',
    budgetSeconds: 2400,
    needs: ['apps', 'postgres', 'postgres-server'],
    commands: [
      [
        'node',
        '--env-file=test/faults/long.env',
        ...vitest.slice(1),
        '--config',
        'test/vitest.config.ts',
        'faults',
      ],
    ],
  },
  {
    name: 'drill',
    budgetSeconds: 420,
    needs: ['apps', 'postgres', 'postgres-server'],
    commands: [
      [
        'node',
        '--env-file=test/system/long.env',
        ...vitest.slice(1),
        '--config',
        'test/vitest.config.ts',
        'system/backup',
        'system/several-processes',
      ],
    ],
  },
  {
    name: 'bench',
    budgetSeconds: 1800,
    needs: ['apps', 'postgres', 'postgres-server'],
    commands: [
      ['node', 'bench/run.ts', '--reports', '50000', '--database', 'both'],
      ['node', 'bench/run.ts', '--reports', '250000', '--database', 'postgres'],
    ],
  },
]

export function suitesOf({ long }) {
  return long ? LONG : SHORT
}
