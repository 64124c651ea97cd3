/** The part of the browser's speech recognition that is used here; its types know nothing of it. */
export interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  /** Whether it may only be done on the device itself. */
  processLocally: boolean
  onresult: ((event: Heard) => void) | null
  onerror: (() => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}

interface Heard {
  readonly resultIndex: number
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> &
    Iterable<ArrayLike<{ readonly transcript: string }>>
}

type Recognizer = { new (): Recognition; readonly prototype: Recognition }

/** Only one that can be kept to the device: what is said about reporters is not for the maker of a browser. */
export function findRecognition(): Recognizer | undefined {
  const { SpeechRecognition } = window as { SpeechRecognition?: Recognizer }
  return SpeechRecognition && 'processLocally' in SpeechRecognition.prototype ? SpeechRecognition : undefined
}

/** What was said, after what stands there. */
export function addSpoken(text: string, spoken: string): string {
  return text === '' || /\s$/.test(text) ? text + spoken : `${text} ${spoken}`
}
