const MOST_DECODINGS = 5

export const UNSAFE_TEXT_NOTE = 'E-mail is niet verzonden omdat er verdachte tekens in de meldtekst staan.'

export interface ScrubbedText {
  readonly text: string
  /** Still encoded after several decodings: someone is hiding something, so no mail goes out. */
  readonly isSuspicious: boolean
}

const ESCAPES = /(?:%[0-9a-f]{2})+/gi
const CONTROL_CHARACTERS = /(?![\n\r\t])\p{Cc}/gu

// Everything that repeats has a limit, so that no text takes long.
const WITH_SCHEME = /[a-z0-9+.-]{0,21}:\/\/\S*/giu
const HOST =
  /(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,62}\.?(?::\d+)?(?:[/?#]\S*)?/giu
const IP_ADDRESS = /(?<![\p{L}\p{N}-])\d{1,3}(?:\.\d{1,3}){3}(?:[:/?#]\S*)?/giu

/** `straat.De`: a space forgotten after a sentence, rather than a host. */
const FORGOTTEN_SPACE = /^(\p{L}+)\.(\p{Lu}\p{Ll}+)$/u

/**
 * Text of a stranger, fit to go into a mail in our name: whatever a mail program would make a link of
 * is taken out, also when it was encoded.
 */
export function scrubText(input: string): ScrubbedText {
  const { text, isSuspicious } = decodeRepeatedly(input)
  return { text: removeLinks(text.replace(CONTROL_CHARACTERS, '')), isSuspicious }
}

function decodeRepeatedly(input: string): ScrubbedText {
  let text = input
  for (let round = 0; round < MOST_DECODINGS; round++) {
    const decoded = decodeEscapes(text)
    if (decoded === text) return { text, isSuspicious: false }
    text = decoded
  }
  return { text, isSuspicious: decodeEscapes(text) !== text }
}

/** What is no valid encoding is left alone: people write `100%af`. */
function decodeEscapes(text: string): string {
  return text.replace(ESCAPES, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/** Taking one link out may bring two halves of another together, hence until nothing changes. */
function removeLinks(text: string): string {
  for (let current = text; ; ) {
    const next = current.replace(WITH_SCHEME, '').replace(IP_ADDRESS, '').replace(HOST, removeHost)
    if (next === current) return current
    current = next
  }
}

function removeHost(host: string): string {
  return FORGOTTEN_SPACE.test(host) ? host.replace('.', '. ') : ''
}

/** The same for every text in a value, as for an address. */
export function scrubValues<Value extends object>(value: Value): { value: Value; isSuspicious: boolean } {
  let isSuspicious = false
  const entries = Object.entries(value).map(([key, inner]) => {
    if (typeof inner !== 'string') return [key, inner]
    const scrubbed = scrubText(inner)
    isSuspicious ||= scrubbed.isSuspicious
    return [key, scrubbed.text]
  })
  return { value: Object.fromEntries(entries) as Value, isSuspicious }
}
