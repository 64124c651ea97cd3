/** The steps of setting up a municipality, in the order in which they are easiest. */
export const SETUP_STEPS = [
  'name',
  'contact',
  'mail',
  'map',
  'areas',
  'departments',
  'categories',
  'responsible',
  'sources',
  'people',
  'theme',
  'test',
] as const
export type SetupStepName = (typeof SETUP_STEPS)[number]

export interface SetupFacts {
  readonly hasOwnName: boolean
  readonly hasContact: boolean
  readonly hasOwnSender: boolean
  readonly hasOwnMap: boolean
  readonly areas: number
  readonly departments: number
  readonly categories: number
  /** Subcategories in use for which no department is responsible. */
  readonly irresponsible: number
  readonly sources: number
  /** Who can sign in. */
  readonly people: number
  readonly hasOwnTheme: boolean
  /** A test report was made, came through all of it and was removed. */
  readonly isTested: boolean
}

export interface SetupStep {
  readonly name: SetupStepName
  readonly isDone: boolean
  /** One can do without. */
  readonly isOptional: boolean
  /** How many there are, or how many are still wrong. */
  readonly count: number | null
}

const OPTIONAL: readonly SetupStepName[] = ['areas', 'theme']

/** One person alone can set up, but hands work to nobody. */
const FEWEST_PEOPLE = 2

export function judgeSetup(facts: SetupFacts): SetupStep[] {
  return SETUP_STEPS.map((name) => {
    const { isDone, count = null } = judgeStep(name, facts)
    return { name, isDone, isOptional: OPTIONAL.includes(name), count }
  })
}

function judgeStep(
  name: SetupStepName,
  facts: SetupFacts,
): { readonly isDone: boolean; readonly count?: number } {
  switch (name) {
    case 'name':
      return { isDone: facts.hasOwnName }
    case 'contact':
      return { isDone: facts.hasContact }
    case 'mail':
      return { isDone: facts.hasOwnSender }
    case 'map':
      return { isDone: facts.hasOwnMap }
    case 'areas':
      return atLeast(facts.areas, 1)
    case 'departments':
      return atLeast(facts.departments, 1)
    case 'categories':
      return atLeast(facts.categories, 1)
    case 'responsible':
      return { isDone: facts.categories > 0 && facts.irresponsible === 0, count: facts.irresponsible }
    case 'sources':
      return atLeast(facts.sources, 1)
    case 'people':
      return atLeast(facts.people, FEWEST_PEOPLE)
    case 'theme':
      return { isDone: facts.hasOwnTheme }
    case 'test':
      return { isDone: facts.isTested }
  }
}

function atLeast(count: number, fewest: number) {
  return { isDone: count >= fewest, count }
}

export interface TestReportFacts {
  /** Undefined while no mail was written for the occasion. */
  readonly createdMail: 'queued' | 'sent' | 'failed' | undefined
  readonly handledMail: 'queued' | 'sent' | 'failed' | undefined
  readonly departments: number
  readonly isHandled: boolean
}

export const TEST_STEPS = ['made', 'routed', 'mailed', 'handled', 'told'] as const
export type TestStepName = (typeof TEST_STEPS)[number]
export type TestStepState = 'done' | 'waiting' | 'failed'

/** How far a test report came; each step waits for the world or for a person. */
export function judgeTestReport(facts: TestReportFacts): Record<TestStepName, TestStepState> {
  return {
    made: 'done',
    routed: facts.departments > 0 ? 'done' : 'failed',
    mailed: judgeMail(facts.createdMail),
    handled: facts.isHandled ? 'done' : 'waiting',
    told: judgeMail(facts.handledMail),
  }
}

function judgeMail(state: TestReportFacts['createdMail']): TestStepState {
  if (state === 'failed') return 'failed'
  return state === 'sent' ? 'done' : 'waiting'
}

export function isTestPassed(steps: Readonly<Record<TestStepName, TestStepState>>): boolean {
  return TEST_STEPS.every((name) => steps[name] === 'done')
}
