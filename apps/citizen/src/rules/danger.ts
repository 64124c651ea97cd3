/** `emergency`: now, for life. `urgent`: at once, at any hour, but no danger to life. */
export type Danger = 'emergency' | 'urgent'

const EMERGENCY = [
  'brand',
  'staat in brand',
  'vuur',
  'gaslucht',
  'gaslek',
  'ontploffing',
  'explosie',
  'gewond\\w*',
  'bewusteloos',
  'reanimatie',
  'wapen',
  'schiet\\w*',
  'gestoken',
  'levensgevaar\\w*',
  'drenkeling',
  'verdrinkt',
  'te water geraakt',
  'inbreker',
  'wordt geslagen',
  'on fire',
  'gas leak',
  'injured',
  'unconscious',
  'life-threatening',
]

const URGENT = [
  'open put',
  'putdeksel (?:weg|mist|ontbreekt)',
  'deksel (?:is )?weg',
  'losse (?:stroom)?(?:kabel|draad|draden|kabels)',
  'blote draden',
  'elektriciteitsdraden',
  'wegverzakking',
  'gat in de weg',
  'sinkhole',
  'boom (?:op|over) de (?:weg|rijbaan)',
  'omgewaaid\\w*',
  'omgevallen',
  'olie op de weg',
  'oliespoor',
  'stoplichten? (?:doe[nt]+ het niet|uit|kapot|defect)',
  'verkeerslicht\\w* (?:doe[nt]+ het niet|uit|kapot|defect)',
  'ondergelopen',
  'live wires?',
  'fallen tree',
]

const NOT_REALLY =
  /\b(?:geen|niet in) (?:brand|vuur)|vuur(?:werk|korf|tje|toren)|brand(?:gang|nesse?l\w*|kraan|hout|schoon)/gi

/** Words that ask for a call instead of a form, in the text of a report. */
export function findDanger(text: string): Danger | undefined {
  const plain = text.toLowerCase().replace(NOT_REALLY, ' ')
  if (containsAny(plain, EMERGENCY)) return 'emergency'
  return containsAny(plain, URGENT) ? 'urgent' : undefined
}

function containsAny(text: string, words: readonly string[]): boolean {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu').test(text)
}
