/** Code and Dutch label of every state, in the order in which they are offered. */
export const STATUS_LABELS = {
  m: 'Gemeld',
  i: 'In afwachting van behandeling',
  b: 'In behandeling',
  h: 'On hold',
  ingepland: 'Ingepland',
  'ready to send': 'Extern: te verzenden',
  o: 'Afgehandeld',
  a: 'Geannuleerd',
  reopened: 'Heropend',
  s: 'Gesplitst',
  'closure requested': 'Extern: verzoek tot afhandeling',
  'reaction requested': 'Reactie gevraagd',
  'reaction received': 'Reactie ontvangen',
  'forward to external': 'Doorgezet naar extern',
  sent: 'Extern: verzonden',
  'send failed': 'Extern: mislukt',
  'done external': 'Extern: afgehandeld',
  'reopen requested': 'Verzoek tot heropenen',
} as const

export type StatusCode = keyof typeof STATUS_LABELS

export const STATUS_CODES = Object.keys(STATUS_LABELS) as readonly StatusCode[]

export const INITIAL_STATUS: StatusCode = 'm'

/** Closed for reporters, punctuality and the counting of open signals. */
export const CLOSED_STATUS_CODES: readonly StatusCode[] = ['o', 'a', 's']

export const OPEN_STATUS_CODES: readonly StatusCode[] = STATUS_CODES.filter((code) => !isClosedStatus(code))

/** Only the system sets these; they are not offered as the state of a standard text. */
export const SYSTEM_STATUS_CODES: readonly StatusCode[] = [
  'sent',
  'send failed',
  'done external',
  'reopen requested',
]

export const STANDARD_TEXT_STATUS_CODES: readonly StatusCode[] = STATUS_CODES.filter(
  (code) => !SYSTEM_STATUS_CODES.includes(code),
)

/** The two public maps differ: the older one still shows split signals. */
export const HIDDEN_ON_PUBLIC_GEOGRAPHY: readonly StatusCode[] = [
  'o',
  'done external',
  'a',
  's',
  'reopen requested',
]
export const HIDDEN_ON_MAP_SIGNALS: readonly StatusCode[] = ['o', 'done external', 'a', 'reopen requested']

export const PUBLIC_UPLOAD_STATUS_CODES: readonly StatusCode[] = ['m', 'o', 'reaction requested']

/** External systems that a signal can be sent to with `ready to send`. */
export const TARGET_APIS = {
  sigmax: 'Sigmax (City Control)',
  gisib: 'GISIB',
  straatnotes: 'Straatnotes',
} as const

export type TargetApi = keyof typeof TARGET_APIS

export function isStatusCode(value: unknown): value is StatusCode {
  return typeof value === 'string' && Object.hasOwn(STATUS_LABELS, value)
}

export function isTargetApi(value: unknown): value is TargetApi {
  return typeof value === 'string' && Object.hasOwn(TARGET_APIS, value)
}

export function isClosedStatus(code: StatusCode): boolean {
  return CLOSED_STATUS_CODES.includes(code)
}
