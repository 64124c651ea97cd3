import { type Actor, canSeeSignal } from '@signalen/domain'
import type { Context } from '../context.ts'
import { type LiveChange, readChangesSince, readCursor } from './read-changes.ts'

export interface LiveNews {
  readonly cursor: string
  /** What the one who listens may see of it. */
  readonly changes: readonly Pick<LiveChange, 'id' | 'isNew' | 'version'>[]
  /** True when changes may have been missed, so that everything is to be fetched anew. */
  readonly isReset: boolean
}

export interface Listener {
  readonly actor: Actor
  /** Where this listener was before, when it comes back. */
  readonly since: string | undefined
  hear(news: LiveNews): void
}

export interface LiveFeed {
  /** Answers where the feed is; what changed since the listener was there is heard at once. */
  listen(listener: Listener): Promise<{ readonly cursor: string; stop(): void }>
  readonly listenerCount: () => number
  close(): void
}

/**
 * The changes of one municipality for all who listen in this process: asked of the database once for all of
 * them, and not at all while nobody listens. It sees what other processes changed as well.
 */
export function createLiveFeed(context: Context, everyMilliseconds = 2000): LiveFeed {
  const listeners = new Set<Listener>()
  let cursor: string | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function look(): Promise<void> {
    try {
      const found = await readChangesSince(context, cursor ?? '')
      const isReset = !found.isComplete && cursor !== undefined
      cursor = found.cursor
      if (found.changes.length > 0 || isReset) {
        for (const listener of listeners) tell(listener, { ...found, isReset })
      }
    } catch (error) {
      context.log.warn({ error }, 'changes could not be read for those who listen')
    }
    plan()
  }
  function plan(): void {
    clearTimeout(timer)
    timer = undefined
    if (listeners.size === 0 || isClosed) return
    timer = setTimeout(() => void look(), everyMilliseconds)
    timer.unref()
  }
  return {
    async listen(listener) {
      if (listeners.size === 0) cursor = await readCursor(context)
      const since = listener.since
      listeners.add(listener)
      if (timer === undefined) plan()
      if (since !== undefined) {
        const missed = await readChangesSince(context, since)
        tell(listener, { ...missed, isReset: !missed.isComplete })
      }
      return {
        cursor: cursor ?? '',
        stop: () => {
          listeners.delete(listener)
          if (listeners.size === 0) plan()
        },
      }
    },
    listenerCount: () => listeners.size,
    close() {
      isClosed = true
      listeners.clear()
      clearTimeout(timer)
    },
  }
}

function tell(
  listener: Listener,
  news: { cursor: string; changes: readonly LiveChange[]; isReset: boolean },
): void {
  const changes = news.changes
    .filter(({ subject }) => canSeeSignal(listener.actor, subject))
    .map(({ id, isNew, version }) => ({ id, isNew, version }))
  if (changes.length > 0 || news.isReset) {
    listener.hear({ cursor: news.cursor, changes, isReset: news.isReset })
  }
}
