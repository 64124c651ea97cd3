import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Command {
  readonly id: string
  readonly label: string
  /** What kind of thing it is, beside its name. */
  readonly group: string
  /** The key that does the same. */
  readonly shortcut?: string | undefined
  run(): void
}

const listeners = new Set<() => void>()
const sources = new Map<object, readonly Command[]>()
let all: readonly Command[] = []

function offer(source: object, commands: readonly Command[] | undefined): void {
  if (commands) sources.set(source, commands)
  else sources.delete(source)
  all = [...sources.values()].flat()
  for (const listener of listeners) listener()
}

/** What the screen that is open can do, for as long as it is open. */
export function useCommands(commands: readonly Command[]): void {
  const source = useRef({})
  const current = useRef(commands)
  current.current = commands
  const names = commands.map(({ id, label }) => `${id} ${label}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered anew when other commands are there
  useEffect(() => {
    const key = source.current
    offer(
      key,
      current.current.map((command) => ({
        ...command,
        run: () => current.current.find(({ id }) => id === command.id)?.run(),
      })),
    )
    return () => offer(key, undefined)
  }, [names])
}

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )
}
