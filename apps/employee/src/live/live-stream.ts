import type { LiveSignals } from '@signalen/contract'

export type LiveSignal = LiveSignals['signals'][number]

export interface LiveListener {
  /** Of reports that one may see. */
  onSignals(signals: readonly LiveSignal[]): void
  /** Changes may have been missed. */
  onReset(): void
  onConnection(isConnected: boolean): void
}

const ADDRESS = '/signals/v1/private/events'
const AGAIN_MILLISECONDS = 30_000

/**
 * Listens to what happens while this tab is looked at: a browser has few connections to one server, and tabs
 * that nobody sees would take them all. Whoever comes back hears what was missed.
 */
export function openLiveStream(listener: LiveListener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastId = ''

  function open() {
    if (source || document.visibilityState === 'hidden') return
    const stream = new EventSource(
      lastId ? `${ADDRESS}?last_event_id=${encodeURIComponent(lastId)}` : ADDRESS,
    )
    source = stream
    stream.addEventListener('open', () => listener.onConnection(true))
    stream.addEventListener('signals', (event) => {
      lastId = event.lastEventId || lastId
      listener.onSignals((JSON.parse(event.data) as LiveSignals).signals)
    })
    stream.addEventListener('reset', (event) => {
      lastId = event.lastEventId || lastId
      listener.onReset()
    })
    stream.addEventListener('error', () => {
      listener.onConnection(false)
      // Refused, and not only broken off: the browser does not come back to it by itself.
      if (stream.readyState === EventSource.CLOSED) {
        close()
        timer = setTimeout(open, AGAIN_MILLISECONDS)
      }
    })
  }
  function close() {
    clearTimeout(timer)
    source?.close()
    source = undefined
    listener.onConnection(false)
  }
  function follow() {
    if (document.visibilityState === 'hidden') close()
    else open()
  }
  document.addEventListener('visibilitychange', follow)
  open()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    close()
  }
}
