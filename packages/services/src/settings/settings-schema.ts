import { z } from 'zod'
import { findLogoFault } from '../theme/logo-image.ts'
import type { Settings } from './settings.ts'

const text = z
  .string()
  .max(500)
  .refine((value) => !value.includes('\0'), 'may not hold a NUL character')
const name = text.min(1)
const count = z.int().min(0).max(1_000_000)

const boundingBox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([west, south, east, north]) => west < east && south < north, 'must be west, south, east, north')

const timeZone = name.refine(isTimeZone, 'is not a time zone of the IANA list, such as Europe/Amsterdam')

const phrases = z.array(name.max(100).regex(/[\p{L}\p{N}]/u, 'must hold a word')).max(200)

const urgencyRules = z
  .array(
    z.strictObject({
      id: name.max(50).regex(/^[a-z0-9-]+$/, 'may hold small letters, digits and hyphens'),
      name: z.strictObject({ nl: name.max(100), en: name.max(100) }),
      phrases: phrases.min(1),
      unless: phrases.exactOptional(),
      effect: z.enum(['high-priority', 'duty-number']),
      isActive: z.boolean(),
    }),
  )
  .max(100)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'has an id twice')

const themeTokens = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), text.regex(/^[^;{}<>]*$/)).exactOptional()
const theme = z.strictObject({ name, tokens: themeTokens, darkTokens: themeTokens }).nullable()

const logo = z
  .strictObject({
    image: z
      .string()
      .max(200_000)
      .refine((image) => findLogoFault(image) === undefined, {
        error: ({ input }) => `is no logo: ${findLogoFault(String(input))}`,
      }),
    alt: name.max(150),
  })
  .nullable()

/** One schema per setting, under the name that it has in the configuration file. */
export const SETTING_SCHEMAS = {
  name,
  boundingBox,
  idPrefix: text.max(20),
  timeZone,
  myReports: z.boolean(),
  myReportsHistoryMonths: count.min(1),
  myReportsTokenMinutes: count.min(1),
  publicMapSignals: z.boolean(),
  publicGeography: z.boolean(),
  formLanguages: z
    .array(z.enum(['nl', 'en', 'tr', 'pl', 'uk', 'ar']))
    .min(1)
    .refine((languages) => new Set(languages).size === languages.length, 'has a language twice'),
  offlineForm: z.boolean(),
  publicMapMetres: z.number().min(0).max(1000),
  objectOrigins: z
    .array(z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'must be as https://data.example'))
    .max(50),
  addressCheck: z.enum(['off', 'mark', 'require']),
  addressMunicipalities: z.array(name),
  feedbackReceivedMail: z.boolean(),
  feedbackQuestionnaire: z.boolean(),
  negativeContactMail: z.boolean(),
  respectNoContact: z.boolean(),
  routeAgainOnUpdate: z.boolean(),
  internalSourceByReporterDomain: z.array(name).nullable(),
  internalSourceExceptions: z.array(name),
  childSource: name,
  holidaysInDeadlines: z.enum(['none', 'nl']),
  signalAreaType: text,
  determineStadsdeel: z.boolean(),
  geographyPageSize: count.min(1),
  nearRadiusMetres: z.number().min(0).max(100_000),
  nearWeeks: count,
  maximumChildren: count,
  showEmployeeDetailsInPdf: z.boolean(),
  categorySlugEditable: z.boolean(),
  requireResponsibleDepartment: z.boolean(),
  splitPerContainer: z.boolean(),
  splitPerTree: z.boolean(),
  causes: z
    .array(name.max(100))
    .max(100)
    .refine((causes) => new Set(causes).size === causes.length, 'has a cause twice'),
  deleteAfterTerm: z.boolean(),
  deletionTerms: z.array(
    z.strictObject({
      state: z.enum(['a', 'o', 's']),
      days: count.min(365),
      categories: z.array(name).min(1).optional(),
    }),
  ),
  anonymiseAfterDays: count.min(1),
  emailVerificationHours: count.min(1),
  mailFrom: name,
  addressFormat: name,
  predictionThreshold: z.number().min(0).max(1),
  predictionFallback: name.regex(/^[\w-]+\/[\w-]+$/, 'must be main/sub, by their slugs'),
  predictionLearning: z.boolean(),
  urgency: z.boolean(),
  urgencyRules,
  cityControl: z.boolean(),
  cityControlMarkedSource: name.max(128).nullable(),
  cityControlHandles: z.boolean(),
  cityControlHandledText: name,
  cityControlFailMinutes: count.min(1),
  contact: z
    .strictObject({
      name: name.optional(),
      phone: name.optional(),
      email: z.email().optional(),
      emergencyNumber: name.optional(),
      website: z.url({ protocol: /^https?$/ }).optional(),
    })
    .nullable(),
  theme,
  themeDraft: theme,
  logo,
  logoDraft: logo,
  holidays: z.array(z.strictObject({ date: z.iso.date(), name })),
} satisfies { [Name in keyof Settings]: z.ZodType<Settings[Name]> }

export const SETTING_NAMES = Object.keys(SETTING_SCHEMAS) as readonly (keyof Settings)[]

export function isSettingName(value: string): value is keyof Settings {
  return Object.hasOwn(SETTING_SCHEMAS, value)
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}
