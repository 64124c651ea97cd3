export type Shortcuts = Readonly<Record<string, () => void>>

/** What a key needs of the page around it. */
export interface KeySurroundings {
  now(): number
  /** Not while a dialog is open, or when someone turned the keys off. */
  mayRun(): boolean
  isTyping(): boolean
  /** Types where the cursor stands, as the keyboard would have. */
  type(text: string): void
  /** Does it, and shows what it did. */
  run(action: () => void): void
  /** Once what happens now is done. */
  later(action: () => void): void
}

interface KeptKey {
  readonly key: string
  readonly at: number
}

/** What was pressed longer ago was meant for something else. */
const KEEPS_MILLISECONDS = 15_000

/**
 * Takes the keys of one letter for whatever screen is open. What is pressed while a screen comes up is kept,
 * in the order of pressing, until that screen can take it: nobody has to wait for a report to work on it.
 */
export function createKeyDesk(around: KeySurroundings) {
  const offers = new Set<() => Shortcuts>()
  let kept: KeptKey[] = []
  let waits = 0
  let isSettling = false

  function find(key: string): (() => void) | undefined {
    for (const offer of offers) {
      const shortcuts = offer()
      if (Object.hasOwn(shortcuts, key)) return shortcuts[key]
    }
    return undefined
  }
  function settle(): void {
    if (isSettling || kept.length === 0) return
    isSettling = true
    around.later(() => {
      isSettling = false
      takeNext()
    })
  }
  function takeNext(): void {
    const [next, ...rest] = kept
    if (!next) return
    if (around.isTyping()) {
      typeKept()
      return
    }
    const action = find(next.key)
    if (!action && waits > 0) return
    kept = around.mayRun() ? rest : []
    if (action && kept === rest && around.now() - next.at < KEEPS_MILLISECONDS) around.run(action)
    settle()
  }
  function typeKept(): void {
    const text = kept.map(({ key }) => key).join('')
    kept = []
    around.type(text)
  }
  function release(): void {
    waits -= 1
    settle()
  }

  return {
    /** Whether the key is taken, now or later. */
    press(key: string): boolean {
      if (!around.mayRun()) return false
      const action = kept.length === 0 ? find(key) : undefined
      if (action) {
        action()
        return true
      }
      const isMeant = kept.length > 0 || (waits > 0 && key !== ' ')
      const isKept = isMeant && key.length === 1
      if (isKept) {
        kept.push({ key, at: around.now() })
        settle()
      }
      return isKept
    },
    /** What a screen takes, for as long as it is there. */
    offer(shortcuts: () => Shortcuts): () => void {
      offers.add(shortcuts)
      settle()
      return () => offers.delete(shortcuts)
    },
    /** Until a screen is there. */
    wait(): () => void {
      waits += 1
      return release
    },
    /** Whoever goes on with the mouse wants something else. */
    forget(): void {
      kept = []
    },
  }
}

export type KeyDesk = ReturnType<typeof createKeyDesk>
