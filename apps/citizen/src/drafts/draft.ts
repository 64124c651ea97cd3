import type { FormFields, ReportLanguage } from '@signalen/ui'

export interface DraftPhoto {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

export interface DraftCategory {
  readonly main: string
  readonly sub: string
  /** A person's choice is never changed by a later suggestion. */
  readonly chosenBy: 'suggestion' | 'person' | 'nobody'
}

export interface PlaceAddress {
  readonly openbare_ruimte: string
  readonly huisnummer: string
  readonly huisletter: string
  readonly huisnummer_toevoeging: string
  readonly postcode: string
  readonly woonplaats: string
}

/** How a place was found: by address, on the map, by the device, or typed without being found. */
export const PLACE_SOURCES = ['address', 'map', 'device', 'typed'] as const

export type PlaceSource = (typeof PLACE_SOURCES)[number]

export interface ChosenPlace {
  readonly source: PlaceSource
  readonly longitude: number
  readonly latitude: number
  readonly address: PlaceAddress | null
  /** As it is shown. */
  readonly display: string
}

export interface DraftPlace {
  readonly query: string
  readonly candidates: readonly ChosenPlace[]
  readonly chosen: ChosenPlace | null
  /** In the reporter's words: «naast de ingang van het park». */
  readonly description: string
}

export interface DraftContact {
  readonly phone: string
  readonly email: string
  readonly sharingAllowed: boolean
}

export type PhotoFailure = 'type' | 'size' | 'unreadable' | 'server'

export interface FailedPhoto extends DraftPhoto {
  readonly failure: PhotoFailure
}

/** What stays of a report after it was sent: nothing personal. */
export interface SentReport {
  readonly number: string
  readonly signalId: string
  readonly handlingMessage: string
  /** Of that message, where it is not the language in which the report was made. */
  readonly handlingLang?: string | undefined
  readonly sentPhotos: number
  readonly failedPhotos: readonly FailedPhoto[]
  readonly mailFollows: boolean
}

/** A report that someone is making. */
export interface Draft {
  /** Sent along, so that sending twice makes one report. */
  readonly key: string
  /** When sending was first asked for: what is sent again must say the same. */
  readonly askedAt: string | null
  /** In which language that was, and so in which one hears back. */
  readonly askedIn?: ReportLanguage | undefined
  readonly text: string
  readonly photos: readonly DraftPhoto[]
  readonly category: DraftCategory | null
  readonly place: DraftPlace
  /** The answers to the category's questions as they were typed. */
  readonly answers: FormFields
  readonly contact: DraftContact
  /** The last step that was completed. */
  readonly completed: 0 | 1 | 2 | 3
  readonly sent: SentReport | null
}

export function createDraft(key: string): Draft {
  return {
    key,
    askedAt: null,
    text: '',
    photos: [],
    category: null,
    place: { query: '', candidates: [], chosen: null, description: '' },
    answers: {},
    contact: { phone: '', email: '', sharingAllowed: false },
    completed: 0,
    sent: null,
  }
}
