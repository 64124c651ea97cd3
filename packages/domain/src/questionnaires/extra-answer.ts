import type { QuestionnaireFieldType } from './field-types.ts'

/** The answer to a question of a questionnaire, as a report keeps it among its extra properties. */
export function toExtraAnswer(type: QuestionnaireFieldType, payload: unknown): unknown {
  if (Array.isArray(payload)) return payload.map((one) => toExtraAnswer(type, one))
  if (typeof payload !== 'object' || payload === null) return payload
  switch (type) {
    case 'selected_object':
      return describeObject(payload)
    case 'image':
      return 'original_filename' in payload ? payload.original_filename : null
    default:
      return payload
  }
}

/** An object that is on no map has a place of its own, and nothing else that is known of it. */
function describeObject(payload: object) {
  const { id, type, onMap, coordinates } = payload as Readonly<Record<string, unknown>>
  return {
    ...(id === null || id === undefined ? {} : { id }),
    type: onMap === true ? type : 'not-on-map',
    location: { coordinates },
  }
}
