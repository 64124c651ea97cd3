/**
 * Categories between which nobody can tell from a text: Signalen moved them from one main category to another and
 * kept the old one. The one that its categories have in use today stands first.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['schoon/graffitiwildplak', 'overlast-in-de-openbare-ruimte/graffiti-wildplak'],
  ['schoon/gladheid-winterdienst', 'wegen-verkeer-straatmeubilair/gladheid'],
  ['schoon/drijfvuil-bevaarbaar-water', 'openbaar-groen-en-water/drijfvuil'],
  ['wegen-verkeer-straatmeubilair/prullenbakkapot', 'afval/prullenbak-is-kapot', 'schoon/prullenbak-kapot'],
  ['schoon/prullenbak-vol', 'afval/prullenbak-is-vol'],
  ['schoon/veegzwerfvuil', 'afval/veeg-zwerfvuil'],
  ['schoon/uitwerpselen', 'overlast-in-de-openbare-ruimte/hondenpoep'],
  ['wegen-verkeer-straatmeubilair/put-riolering-verstopt', 'civiele-constructies/riolering-verstopte-kolk'],
  [
    'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting',
    'wegen-verkeer-straatmeubilair/straatverlichting-openbare-klok',
  ],
  ['civiele-constructies/bruggen', 'wegen-verkeer-straatmeubilair/brug'],
  [
    'overlast-van-en-door-personen-of-groepen/overlast-door-afsteken-vuurwerk',
    'overlast-van-en-door-personen-of-groepen/vuurwerkoverlast',
  ],
]

const GROUP_OF = new Map(GROUPS.flatMap((group) => group.map((category) => [category, group] as const)))

/** All categories of one meaning with this one, itself among them; the one that is in use today first. */
export function listSameMeaning(category: string): readonly string[] {
  return GROUP_OF.get(category) ?? [category]
}

/** Categories that were split: a part of their reports belongs to each of those that came in their place. */
const SPLIT: Readonly<Record<string, readonly string[]>> = {
  'openbaar-groen-en-water/oever-kade-steiger': [
    'civiele-constructies/oevers',
    'civiele-constructies/kades',
    'civiele-constructies/steiger',
  ],
  'wegen-verkeer-straatmeubilair/verkeersoverlast-verkeerssituaties': [
    'wegen-verkeer-straatmeubilair/verkeersoverlast',
    'wegen-verkeer-straatmeubilair/verkeerssituaties',
  ],
}

/** The categories that came in the place of this one. */
export function listSuccessors(category: string): readonly string[] {
  const [current = category] = listSameMeaning(category)
  return current === category ? (SPLIT[category] ?? []) : [current]
}

interface Likely {
  readonly category: string
  readonly probability: number
}

/**
 * Those of one meaning as one, as likely as they are together, likeliest first: by the name of the likeliest of
 * them, or of the one preferred, which a report has already.
 */
export function joinSameMeaning(ranked: readonly Likely[], preferred?: string): Likely[] {
  const groups = Map.groupBy(ranked, ({ category }) => listSameMeaning(category)[0])
  return [...groups.values()]
    .flatMap((group) => {
      const best = group.find(({ category }) => category === preferred) ?? group[0]
      const probability = group.reduce((sum, one) => sum + one.probability, 0)
      return best === undefined ? [] : [{ category: best.category, probability }]
    })
    .sort((one, other) => other.probability - one.probability)
}
