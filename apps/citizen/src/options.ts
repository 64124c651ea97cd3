import type { ReportLanguage } from '@signalen/ui'
import type { FastifyRequest } from 'fastify'
import type { DraftStore } from './drafts/draft-store.ts'
import type { Allowances } from './http/upload-budget.ts'

/** For whom a call is made, so that limits count the visitor and links carry the visitor's host. */
export interface ApiClient {
  readonly address: string
  readonly host: string
  readonly protocol: string
}

/** The API of this municipality; the same requests and answers as over the network. */
export type ApiFetch = (path: string, init?: RequestInit, client?: ApiClient) => Promise<Response>

export interface MapConfig {
  /** Address of the tiles on our own server, with {z}, {x} and {y}. */
  readonly tiles: string
  readonly attribution: string
  /** Longitude and latitude. */
  readonly center: readonly [number, number]
  readonly zoom: number
  /** West, south, east, north: where reports are taken. */
  readonly bounds: readonly [number, number, number, number]
}

export interface ContactDetails {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly website?: string | undefined
  /** For danger to life. */
  readonly emergencyNumber?: string | undefined
  /** For what cannot wait but is no danger to life, at any hour. */
  readonly urgentNumber?: string | undefined
}

export interface Theme {
  /** Of a theme that comes with the product, or the municipality's own name; the neutral one without. */
  readonly name?: string | undefined
  /** Design tokens that differ from it, such as `basis-color-accent-1-color-default`. */
  readonly tokens?: Readonly<Record<string, string>> | undefined
  readonly darkTokens?: Readonly<Record<string, string>> | undefined
}

export interface Logo {
  /** `data:image/svg+xml;base64,…`, or PNG. */
  readonly image: string
  readonly alt: string
}

/** What differs between municipalities. */
export interface CitizenSite {
  /** «Gemeente Waterveste» */
  readonly municipality: string
  readonly map: MapConfig
  readonly contact: ContactDetails
  readonly theme: Theme
  /** Shown as a preview only. */
  readonly themeDraft?: Theme | undefined
  /** In the place of the name in the head of every page. */
  readonly logo?: Logo | undefined
  /** Shown in the preview only. */
  readonly logoDraft?: Logo | undefined
  /** Reporters may see their own reports by a mailed link. */
  readonly myReports?: boolean | undefined
  /** Anyone may see where reports are open, in the categories that are public. */
  readonly publicMap?: boolean | undefined
  /** Browsers may keep the form for when there is no connection; they may unless this is false. */
  readonly offline?: boolean | undefined
  /** In which a report can be made; the first is spoken until someone chooses. Dutch and English without. */
  readonly languages?: readonly ReportLanguage[] | undefined
}

export interface CitizenOptions {
  readonly apiFetch: ApiFetch
  readonly drafts: DraftStore
  /** At least 32 characters; drafts are encrypted with keys made of it. */
  readonly secret: string
  /** Where the site is reached, for canonical addresses. */
  readonly citizenUrl: string
  readonly siteFor: (request: FastifyRequest) => CitizenSite | Promise<CitizenSite>
  /** A logo as PNG, for mail programs; without it only one that is PNG already goes into mails. */
  readonly drawLogo?: ((bytes: Buffer) => Promise<Buffer>) | undefined
  /** Where several processes count together what a network address uploads. */
  readonly allowances?: Allowances | undefined
  /** Turns off every throttle. */
  readonly throttleOff?: boolean
  readonly now?: () => Date
  /** Where the built files for the browser are, when not beside the built server. */
  readonly clientFolder?: string
}
