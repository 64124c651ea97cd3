import { INVALID_EXTRA_PROPERTIES, isExtraProperties, STATUS_CODES, TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { documentedAs } from './documented.ts'
import { booleanField } from './fields.ts'
import {
  categoryInput,
  email,
  idInput,
  json,
  locationFields,
  optionalText,
  pointInput,
  priorityCode,
  text,
  typeCode,
} from './signal-fields.ts'

const status = z.object({
  state: documentedAs(z.string().nullish(), { type: 'string', enum: STATUS_CODES }),
  text: optionalText(TEXT_LIMITS.statusText),
  target_api: z.string().nullish(),
  extra_properties: json.optional(),
  send_email: booleanField.nullish(),
  email_override: email.nullish(),
})

const location = z.object({ geometrie: pointInput.optional(), ...locationFields }).check((context) => {
  if (context.value.geometrie !== undefined) return
  context.issues.push({
    code: 'custom',
    message: 'Coordinate data must be present',
    input: context.value,
  })
})

const departments = z.array(z.object({ id: idInput }))

/**
 * What may change of a report. The text, the source and the answers of the reporter stay as they were sent:
 * clients that send them along are checked and otherwise not heard.
 */
export const signalUpdate = z.looseObject({
  location: location.optional(),
  status: status.optional(),
  category: categoryInput.optional(),
  priority: z.object({ priority: priorityCode.optional() }).optional(),
  notes: z.array(z.object({ text: text(TEXT_LIMITS.noteText).optional() })).optional(),
  type: z.object({ code: typeCode.optional() }).optional(),
  directing_departments: departments.optional(),
  routing_departments: departments.nullish(),
  assigned_user_email: email.nullish(),
  text: text(TEXT_LIMITS.signalText).optional(),
  text_extra: text(TEXT_LIMITS.signalTextExtra, { blank: true }).optional(),
  extra_properties: z
    .unknown()
    .refine((value) => value === null || isExtraProperties(value), { error: INVALID_EXTRA_PROPERTIES })
    .optional(),
})
export type SignalUpdateBody = z.infer<typeof signalUpdate>
