import type { CategoryPrediction, Classifier, ClassifierQuestion, RankedCategory } from '@signalen/services'
import { createBreaker, ServiceResting } from '../outside/breaker.ts'

const TIMEOUT_MILLISECONDS = 5000
const SUB_ADDRESS = /\/terms\/categories\/([\w-]+)\/sub_categories\/([\w-]+)\/?$/
const MAIN_ADDRESS = /\/terms\/categories\/([\w-]+)\/?$/

/** `[[address, …], [probability, …]]`, likeliest first, as the services that municipalities run today answer. */
type Pairs = readonly [addresses?: readonly unknown[], probabilities?: readonly unknown[]]

const NOTHING: Pairs = []

export interface OutsideClassifierOptions {
  readonly url: string
  readonly restMilliseconds?: number | undefined
  readonly timeoutMilliseconds?: number | undefined
}

export interface OutsideClassifier extends Classifier {
  /** True while it is left alone because it did not answer several times. */
  isResting(): boolean
}

/** An answer, but none that says anything. */
class Refusal extends Error {}

/** A service of the municipality's own, asked as the released server asks it: `POST {url}/predict`. */
export function createOutsideClassifier(options: OutsideClassifierOptions): OutsideClassifier {
  const breaker = createBreaker({
    restMilliseconds: options.restMilliseconds,
    rest: () => new ServiceResting('the classification did not answer several times'),
  })
  return {
    isResting: breaker.isOpen,
    async predict(question) {
      try {
        return await breaker.guard(() => ask(options, question))
      } catch (error) {
        if (error instanceof Refusal) return { main: [], sub: [] }
        throw error
      }
    },
  }
}

async function ask(
  { url, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: OutsideClassifierOptions,
  { text, categories }: ClassifierQuestion,
): Promise<CategoryPrediction> {
  const response = await fetch(`${url}/predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Refusal(`the classification answered ${response.status}`)
  }
  const { hoofdrubriek = NOTHING, subrubriek = NOTHING } = readAnswer(await response.json())
  const active = new Set(categories)
  return {
    main: readPairs(hoofdrubriek, (address) => MAIN_ADDRESS.exec(address)?.[1]),
    sub: readPairs(subrubriek, subOf).filter(({ category }) => active.has(category)),
  }
}

function subOf(address: string): string | undefined {
  const [, main, sub] = SUB_ADDRESS.exec(address) ?? []
  return main && sub ? `${main}/${sub}` : undefined
}

interface Answer {
  readonly hoofdrubriek?: Pairs
  readonly subrubriek?: Pairs
}

/** What does not look like an answer is a fault, so that a service that lost its way is given rest. */
function readAnswer(answer: unknown): Answer {
  const { hoofdrubriek, subrubriek } = (answer ?? {}) as Answer
  const known = [hoofdrubriek, subrubriek].filter((pairs) => pairs !== undefined)
  if (known.length === 0 || !known.every(isPairs))
    throw new Error('the classification answered something else')
  return answer as Answer
}

function readPairs(
  [addresses = [], probabilities = []]: Pairs,
  read: (address: string) => string | undefined,
): RankedCategory[] {
  return addresses.flatMap((address, index) => {
    const category = read(String(address))
    const probability = Number(probabilities[index])
    return category && probability >= 0 && probability <= 1 ? [{ category, probability }] : []
  })
}

function isPairs(value: unknown): value is Pairs {
  return Array.isArray(value) && Array.isArray(value[0] ?? []) && Array.isArray(value[1] ?? [])
}
