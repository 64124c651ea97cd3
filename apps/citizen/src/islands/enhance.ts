export type Enhancement = (root: ParentNode) => void

let enhancements: readonly Enhancement[] = []

export function enhanceEverywhere(list: readonly Enhancement[]): void {
  enhancements = list
  enhance(document)
}

/** For what has come into the page. */
export function enhance(root: ParentNode): void {
  for (const enhancement of enhancements) {
    try {
      enhancement(root)
    } catch (error) {
      // One that fails must not take the others with it: the page works without any of them.
      console.error(error)
    }
  }
}
