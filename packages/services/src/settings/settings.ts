import { DEFAULT_URGENCY_RULES, type UrgencyRule } from '@signalen/classification'

/** [west, south, east, north], WGS84 degrees. */
export type BoundingBox = readonly [number, number, number, number]

/** In which a report can be made. */
export type FormLanguage = 'nl' | 'en' | 'tr' | 'pl' | 'uk' | 'ar'

/** How people reach the municipality other than by a report. */
export interface ContactDetails {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly emergencyNumber?: string | undefined
  readonly website?: string | undefined
}

export interface Theme {
  /** The NL Design System theme. */
  readonly name: string
  /** Design tokens that differ from it: custom properties of CSS, without their two hyphens. */
  readonly tokens?: Readonly<Record<string, string>> | undefined
  /** And what differs from those in the dark. */
  readonly darkTokens?: Readonly<Record<string, string>> | undefined
}

/** Stands for the name of the municipality in the head of every page. */
export interface Logo {
  /** All that it is: `data:image/svg+xml;base64,…`, or PNG. */
  readonly image: string
  /** What it says, for who does not see it. */
  readonly alt: string
}

/** How long a report is kept once it has ended. */
export interface DeletionTerm {
  readonly state: 'a' | 'o' | 's'
  /** At least a year. */
  readonly days: number
  /** `afval` for all of a main category, `afval/container-is-vol` for one. */
  readonly categories?: readonly string[] | undefined
}

/** A day on which nobody works, beside weekends and the holidays of `holidaysInDeadlines`. */
export interface Holiday {
  /** `2027-01-01` */
  readonly date: string
  readonly name: string
}

/**
 * What a municipality may set. The names are those of the configuration file (`municipality` and `settings`);
 * the values here are the defaults of the released server, unless a comment says otherwise.
 */
export interface Settings {
  readonly name: string
  readonly boundingBox: BoundingBox
  readonly idPrefix: string
  readonly timeZone: string
  /** Reporters may see their own reports by a mailed link. */
  readonly myReports: boolean
  readonly myReportsHistoryMonths: number
  readonly myReportsTokenMinutes: number
  readonly publicMapSignals: boolean
  readonly publicGeography: boolean
  /** In which a report can be made; the first is spoken until someone chooses another. */
  readonly formLanguages: readonly FormLanguage[]
  /** Browsers may keep the form for when there is no connection. */
  readonly offlineForm: boolean
  /** To so many metres positions are rounded on everything public; 0, as it always was, shows them exactly. */
  readonly publicMapMetres: number
  /** Servers of open data that objects on the map may come from, as `https://data.example`. */
  readonly objectOrigins: readonly string[]
  /** `off`: addresses are stored as given; `mark`: checked, unknown ones marked; `require`: unknown ones refused. */
  readonly addressCheck: 'off' | 'mark' | 'require'
  /** Names of municipalities as the register of addresses has them; none: addresses from everywhere. */
  readonly addressMunicipalities: readonly string[]
  readonly feedbackReceivedMail: boolean
  /** Feedback is asked as a questionnaire, for citizen sites that know it so. */
  readonly feedbackQuestionnaire: boolean
  readonly negativeContactMail: boolean
  /** A reporter who answers feedback without "you may contact me" gets no more mail about that report. */
  readonly respectNoContact: boolean
  readonly routeAgainOnUpdate: boolean
  /** Mail domains of staff: reports from them get the source `childSource`. */
  readonly internalSourceByReporterDomain: readonly string[] | null
  readonly internalSourceExceptions: readonly string[]
  readonly childSource: string
  readonly holidaysInDeadlines: 'none' | 'nl'
  readonly signalAreaType: string
  readonly determineStadsdeel: boolean
  readonly geographyPageSize: number
  readonly nearRadiusMetres: number
  readonly nearWeeks: number
  readonly maximumChildren: number
  readonly showEmployeeDetailsInPdf: boolean
  readonly categorySlugEditable: boolean
  /** Refuse that a subcategory which is used has no department that is responsible for it. */
  readonly requireResponsibleDepartment: boolean
  readonly splitPerContainer: boolean
  readonly splitPerTree: boolean
  /** What can be behind a report, to choose from; none where the municipality keeps no causes. */
  readonly causes: readonly string[]
  readonly deleteAfterTerm: boolean
  /** When ended reports are destroyed; a term that names categories goes before one that names none. */
  readonly deletionTerms: readonly DeletionTerm[]
  readonly anonymiseAfterDays: number
  readonly emailVerificationHours: number
  readonly mailFrom: string
  readonly addressFormat: string
  /** Below this probability a suggestion is not taken over. */
  readonly predictionThreshold: number
  /** The category, as `main/sub`, of a text about which nothing is sure enough. */
  readonly predictionFallback: string
  /** Each week a model is learnt from the municipality's own handled reports. */
  readonly predictionLearning: boolean
  /** Whether the rules of danger below are applied to new reports. */
  readonly urgency: boolean
  readonly urgencyRules: readonly UrgencyRule[]
  /** Reports are sent to CityControl, the field-service software, when someone asks for that. */
  readonly cityControl: boolean
  /** Reports of this source are marked in the list of cases there. */
  readonly cityControlMarkedSource: string | null
  /** What CityControl calls `afgerond` is handled here too, and its reporter is told so. */
  readonly cityControlHandles: boolean
  readonly cityControlHandledText: string
  /** What still was not sent after so many minutes has failed. */
  readonly cityControlFailMinutes: number
  readonly contact: ContactDetails | null
  readonly theme: Theme | null
  /** Another theme, which only who looks for it sees. */
  readonly themeDraft: Theme | null
  readonly logo: Logo | null
  /** Another logo, to be looked at with the draft of the theme. */
  readonly logoDraft: Logo | null
  readonly holidays: readonly Holiday[]
}

export const DEFAULT_SETTINGS: Settings = {
  name: 'Gemeente',
  boundingBox: [3.3, 50.7, 7.3, 53.6],
  idPrefix: 'SIG-',
  timeZone: 'Europe/Amsterdam',
  myReports: false,
  myReportsHistoryMonths: 12,
  myReportsTokenMinutes: 120,
  publicMapSignals: false,
  publicGeography: true,
  formLanguages: ['nl', 'en'],
  offlineForm: true,
  publicMapMetres: 0,
  objectOrigins: [],
  addressCheck: 'mark',
  addressMunicipalities: [],
  feedbackReceivedMail: false,
  feedbackQuestionnaire: false,
  negativeContactMail: false,
  respectNoContact: true,
  routeAgainOnUpdate: false,
  internalSourceByReporterDomain: null,
  internalSourceExceptions: [],
  childSource: 'Interne melding',
  holidaysInDeadlines: 'none',
  signalAreaType: 'district',
  determineStadsdeel: true,
  geographyPageSize: 4000,
  nearRadiusMetres: 50,
  nearWeeks: 12,
  maximumChildren: 10,
  showEmployeeDetailsInPdf: true,
  categorySlugEditable: false,
  requireResponsibleDepartment: false,
  splitPerContainer: false,
  splitPerTree: false,
  causes: [],
  deleteAfterTerm: false,
  deletionTerms: [
    { state: 'a', days: 365 },
    { state: 'o', days: 5 * 365 },
    { state: 's', days: 5 * 365 },
  ],
  anonymiseAfterDays: 365,
  emailVerificationHours: 24,
  mailFrom: 'Signalen <noreply@signalen.example>',
  addressFormat: 'O hl, P W',
  predictionThreshold: 0.41,
  predictionFallback: 'overig/overig',
  predictionLearning: true,
  urgency: true,
  urgencyRules: DEFAULT_URGENCY_RULES,
  cityControl: false,
  cityControlMarkedSource: null,
  cityControlHandles: false,
  cityControlHandledText: 'We hebben uw melding opgelost. Bedankt voor het doorgeven!',
  cityControlFailMinutes: 1440,
  contact: null,
  theme: null,
  themeDraft: null,
  logo: null,
  logoDraft: null,
  holidays: [],
}
