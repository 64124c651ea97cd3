import type { AnswerFault } from '@signalen/domain'
import type { MessagesLike, ReportLanguage } from '../language/language.ts'
import { ar, pl, tr, uk } from './more-form-messages.ts'

const nl = {
  optional: '(niet verplicht)',
  choose: 'Kies',
  now: 'Nu',
  earlier: 'Eerder',
  date: 'Datum',
  dateHint: 'Bijvoorbeeld 24-11-2026',
  time: 'Tijd',
  timeHint: 'Mag ook ongeveer',
  assetsNeedPlace: 'Kies eerst de plaats. Daarna ziet u hier wat er in de buurt staat.',
  assetsNone:
    'Wij weten niet wat er op deze plek staat. Vul het nummer of een omschrijving in, als u die weet.',
  assetsUnlisted: 'Staat het er niet bij? Vul het nummer of een omschrijving in.',
  assetsMost: (most: number) => `U kunt er ${most} kiezen.`,
  assetsMore: (count: number) => `Toon er nog ${count}`,
  faults: {
    required: 'Beantwoord deze vraag.',
    choice: 'Kies een van de antwoorden.',
    email: 'Vul een e-mailadres in zoals naam@voorbeeld.nl.',
    number: 'Vul een getal in.',
    pattern: 'Dit antwoord heeft niet de goede vorm.',
    moment: 'Vul een datum in zoals 24-11-2026, en een tijd zoals 13:30.',
    future: 'Dit moment is nog niet geweest. Kies een moment dat voorbij is.',
    type: 'Beantwoord deze vraag opnieuw.',
    maxLength: (limit: number) => `Maak dit korter: hoogstens ${limit} tekens.`,
    minLength: (limit: number) => `Maak dit langer: ten minste ${limit} tekens.`,
    max: (limit: number) => `Vul een getal in van hoogstens ${limit}.`,
    min: (limit: number) => `Vul een getal in van ten minste ${limit}.`,
    tooMany: (limit: number) => `Kies er hoogstens ${limit}.`,
  },
} as const

export type FormMessages = MessagesLike<typeof nl>

const en: FormMessages = {
  optional: '(optional)',
  choose: 'Choose',
  now: 'Now',
  earlier: 'Earlier',
  date: 'Date',
  dateHint: 'For example 24-11-2026',
  time: 'Time',
  timeHint: 'Roughly is fine',
  assetsNeedPlace: 'Choose the place first. You will then see what stands nearby.',
  assetsNone:
    'We do not know what stands at this place. Fill in the number or a description, if you know it.',
  assetsUnlisted: 'Not in the list? Fill in the number or a description.',
  assetsMost: (most) => `You can choose ${most}.`,
  assetsMore: (count) => `Show ${count} more`,
  faults: {
    required: 'Answer this question.',
    choice: 'Choose one of the answers.',
    email: 'Fill in an e-mail address such as name@example.com.',
    number: 'Fill in a number.',
    pattern: 'This answer does not have the right form.',
    moment: 'Fill in a date such as 24-11-2026 and a time such as 13:30.',
    future: 'This moment has not come yet. Choose a moment in the past.',
    type: 'Answer this question again.',
    maxLength: (limit) => `Make this shorter: no more than ${limit} characters.`,
    minLength: (limit) => `Make this longer: at least ${limit} characters.`,
    max: (limit) => `Fill in a number of no more than ${limit}.`,
    min: (limit) => `Fill in a number of at least ${limit}.`,
    tooMany: (limit) => `Choose no more than ${limit}.`,
  },
}

export const FORM_MESSAGES: Readonly<Record<ReportLanguage, FormMessages>> = { nl, en, tr, pl, uk, ar }

export function presentFault(fault: AnswerFault, messages: FormMessages): string {
  return 'limit' in fault ? messages.faults[fault.code](fault.limit) : messages.faults[fault.code]
}
