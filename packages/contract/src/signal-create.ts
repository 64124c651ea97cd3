import { RESIDENT_LANGUAGES, TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { booleanField } from './fields.ts'
import {
  categoryInput,
  email,
  idInput,
  json,
  locationFields,
  moment,
  optionalText,
  pointInput,
  priorityCode,
  text,
  typeCode,
} from './signal-fields.ts'

const reporter = z.object({
  email: email.nullish(),
  phone: optionalText(TEXT_LIMITS.phone),
  sharing_allowed: booleanField.nullish(),
})

const common = {
  text: text(TEXT_LIMITS.signalText),
  text_extra: text(TEXT_LIMITS.signalTextExtra, { blank: true }).optional(),
  source: text(TEXT_LIMITS.source).optional(),
  location: z.object({ geometrie: pointInput, ...locationFields }),
  category: categoryInput,
  reporter,
  incident_date_start: moment,
  incident_date_end: moment.nullish(),
  extra_properties: json.optional(),
  session: z.uuid().nullish(),
}

/** An addition of our own. */
const language = z
  .enum(RESIDENT_LANGUAGES)
  .optional()
  .meta({ description: 'In which the reporter reads mail, where a mail has a text in it; Dutch without' })

/** The public form: what it does not know it refuses, so that nobody can set what is for staff. */
export const publicSignalCreation = z.strictObject(
  { ...common, language },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `Extra properties present: ${issue.keys.join(', ')}` : undefined,
  },
)

/** What staff make; fields that are only there later are looked at by the use case. */
export const signalCreation = z.looseObject({
  ...common,
  operational_date: moment.nullish(),
  priority: z.object({ priority: priorityCode.optional() }).nullish(),
  type: z.object({ code: typeCode.optional() }).nullish(),
  parent: idInput.nullish(),
  attachments: z.array(z.string()).nullish(),
})
export type SignalCreation = z.infer<typeof signalCreation>
export type PublicSignalCreation = z.infer<typeof publicSignalCreation>

export const signalCreationList = z.array(signalCreation)
