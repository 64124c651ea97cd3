/** What is promised about the handling of a category, as clients have always been told it. */
export const HANDLING_CODES = [
  'A3DMC',
  'A3DEC',
  'A3WMC',
  'A3WEC',
  'I5DMC',
  'STOPEC',
  'STOPEC3',
  'KLOKLICHTZC',
  'GLADZC',
  'A3DEVOMC',
  'WS1EC',
  'WS2EC',
  'WS3EC',
  'REST',
  'ONDERMIJNING',
  'EMPTY',
  'LIGHTING',
  'GLAD_OLIE',
  'TECHNISCHE_STORING',
  'URGENTE_MELDINGEN',
  '3WGM',
  'HANDLING_MARKTEN',
] as const

export const DEFAULT_HANDLING: (typeof HANDLING_CODES)[number] = 'REST'
