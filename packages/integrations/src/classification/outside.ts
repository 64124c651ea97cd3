import type { Classifier, RankedCategory } from '@signalen/services'

const TIMEOUT_MILLISECONDS = 5000
const SUB_ADDRESS = /\/terms\/categories\/([\w-]+)\/sub_categories\/([\w-]+)\/?$/
const MAIN_ADDRESS = /\/terms\/categories\/([\w-]+)\/?$/

/** `[[address, …], [probability, …]]`, likeliest first, as the services that municipalities run today answer. */
type Pairs = readonly [readonly string[], readonly number[]]

/** A service of the municipality's own, asked as the released server asks it: `POST {url}/predict`. */
export function createOutsideClassifier({ url }: { readonly url: string }): Classifier {
  return {
    async predict({ text, categories }) {
      const response = await fetch(`${url}/predict`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      })
      if (!response.ok) return { main: [], sub: [] }
      const answer = (await response.json()) as { hoofdrubriek?: Pairs; subrubriek?: Pairs }
      const active = new Set(categories)
      return {
        main: readPairs(answer.hoofdrubriek, (address) => MAIN_ADDRESS.exec(address)?.[1]),
        sub: readPairs(answer.subrubriek, subOf).filter(({ category }) => active.has(category)),
      }
    },
  }
}

function subOf(address: string): string | undefined {
  const [, main, sub] = SUB_ADDRESS.exec(address) ?? []
  return main && sub ? `${main}/${sub}` : undefined
}

function readPairs(
  pairs: Pairs | undefined,
  read: (address: string) => string | undefined,
): RankedCategory[] {
  const [addresses = [], probabilities = []] = pairs ?? []
  return addresses.flatMap((address, index) => {
    const category = read(address)
    const probability = Number(probabilities[index])
    return category && probability >= 0 && probability <= 1 ? [{ category, probability }] : []
  })
}
