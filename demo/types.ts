/** What the demonstration municipality hands to whoever loads it. Everything here is plain data. */

export type DemoArea = {
  code: string
  name: string
  type: 'sia-stadsdeel' | 'district'
  geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] }
}

/** An address in the words of the API. */
export type DemoAddress = {
  openbare_ruimte: string
  huisnummer: string
  huisletter: string
  huisnummer_toevoeging: string
  postcode: string
  woonplaats: string
}

export type DemoPlace = { longitude: number; latitude: number }
export type AddressedPlace = DemoPlace & { address: DemoAddress }

/** `addresses.json`: house number, longitude and latitude per house, gathered by street and postcode. */
export type AddressFile = {
  format: 'signalen-addresses'
  version: 1
  town: string
  streets: { name: string; postcodes: { postcode: string; houses: [string, number, number][] }[] }[]
  areas: DemoArea[]
}

export type StatusCode =
  | 'm'
  | 'i'
  | 'b'
  | 'ingepland'
  | 'o'
  | 'a'
  | 'reopened'
  | 'closure requested'
  | 'reaction requested'
  | 'forward to external'

export type Priority = 'low' | 'normal' | 'high'

/** One answer in the form that the API stores in `extra_properties`. */
export type DemoAnswer = {
  id: string
  label: string
  category_url: string
  answer: unknown
}

/** What one step changes. Steps are carried out in order, through the same operations that people use. */
export type DemoChange =
  | { kind: 'status'; state: StatusCode; text: string; sendEmail: boolean; emailOverride?: string }
  | { kind: 'category'; main: string; sub: string; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'priority'; priority: Priority }
  | { kind: 'assign'; userEmail: string | null }
  | { kind: 'route'; departments: string[] }
  | { kind: 'photo'; file: string; caption: string }
  | { kind: 'split'; children: DemoChild[] }
  /** The reporter uses the link in the last "handled" mail. */
  | { kind: 'feedback'; isSatisfied: boolean; textList: string[]; textExtra: string; allowsContact: boolean }
  /** The reporter answers the question in the last "reaction requested" mail. */
  | { kind: 'reaction'; text: string }
  /** The outside party answers the last "forward to external" mail. */
  | { kind: 'external reaction'; text: string }

/** A report that is split off from another; later steps of the parent do not touch it. */
export type DemoChild = {
  text: string
  main: string
  sub: string
  steps: DemoStep[]
}

/** `by` is the e-mail address of a user, or null for the reporter and for outside parties. */
export type DemoStep = { afterHours: number; by: string | null; change: DemoChange }

export type DemoReport = {
  /** Unique within one seed, so that a run that is broken off can be taken up again. */
  key: string
  text: string
  main: string
  sub: string
  source: string
  /** The user who takes the report in, or null when a resident fills in the form. */
  createdBy: string | null
  place: DemoPlace & { address: DemoAddress | null }
  reporter: { email: string | null; phone: string | null; sharingAllowed: boolean }
  extraProperties: DemoAnswer[]
  priority: Priority
  createdAt: Date
  incidentStart: Date
  /** File names in `demo/photos`. */
  photos: string[]
  /** Hours after `createdAt`; none lies later than `now`. */
  steps: DemoStep[]
}
