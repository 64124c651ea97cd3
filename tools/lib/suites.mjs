// What `npm test` runs, in this order. Budgets are in seconds: fifteen minutes together, and what one suite leaves
// may be used by the next. What is optional may be skipped in CI too.
const vitest = ['node', 'node_modules/vitest/vitest.mjs', 'run']

const SHORT = [
  {
    name: 'static',
    budgetSeconds: 20,
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'tsconfig.web.json'],
      ['biome', 'ci', '--error-on-warnings', '.'],
    ],
  },
  {
    name: 'contract-embedded',
    budgetSeconds: 30,
    needs: ['contract', 'apps'],
    commands: [['node', 'test/contract/run.mjs', '--database', 'embedded']],
  },
  {
    name: 'contract-postgres',
    budgetSeconds: 25,
    needs: ['contract', 'apps', 'postgres', 'postgres-server'],
    commands: [['node', 'test/contract/run.mjs', '--database', 'postgres']],
  },
  { name: 'unit', budgetSeconds: 255, needs: ['postgres'], commands: [vitest] },
  {
    name: 'browser',
    budgetSeconds: 295,
    needs: ['chromium', 'apps'],
    // A page that comes up late on a busy machine is looked at again; what is really broken fails each time.
    commands: [[...vitest, '--config', 'test/vitest.config.ts', '--retry', '2', 'browser']],
  },
  {
    name: 'system',
    budgetSeconds: 170,
    needs: ['apps', 'postgres'],
    commands: [[...vitest, '--config', 'test/vitest.config.ts', 'system', 'faults']],
  },
  {
    name: 'chart',
    budgetSeconds: 10,
    needs: ['chart-tools'],
    isOptional: true,
    commands: [[...vitest, '--config', 'deploy/vitest.config.ts']],
  },
  {
    name: 'image',
    budgetSeconds: 15,
    needs: ['apps', 'postgres', 'postgres-server'],
    commands: [['node', 'deploy/image/check.mjs']],
  },
  {
    name: 'schemathesis',
    budgetSeconds: 80,
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
    name: 'browser-long',
    budgetSeconds: 2400,
    needs: ['chromium', 'apps'],
    commands: [
      [
        'node',
        '--env-file=test/browser/long.env',
        ...vitest.slice(1),
        '--config',
        'test/vitest.config.ts',
        '--retry',
        '1',
        'browser/citizen-long',
        'browser/field',
        'browser/keyboard',
      ],
    ],
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
    budgetSeconds: 540,
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
        'system/old-and-new',
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
