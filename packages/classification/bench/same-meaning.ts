/** Subcategories between which nobody can tell from a text, as they stand in the base data. */
const GROUPS: readonly (readonly string[])[] = [
  ['graffiti-wildplak', 'graffitiwildplak'],
  ['gladheid', 'gladheid-winterdienst'],
  ['drijfvuil', 'drijfvuil-bevaarbaar-water'],
  ['prullenbak-is-kapot', 'prullenbakkapot', 'prullenbak-kapot'],
  ['prullenbak-is-vol', 'prullenbak-vol'],
  ['veeg-zwerfvuil', 'veegzwerfvuil'],
  ['hondenpoep', 'uitwerpselen'],
  ['put-riolering-verstopt', 'riolering-verstopte-kolk'],
  ['straatverlichting-openbare-klok', 'lantaarnpaal-straatverlichting'],
  ['brug', 'bruggen'],
  ['oever-kade-steiger', 'oevers', 'kades', 'steiger'],
  ['verkeersoverlast-verkeerssituaties', 'verkeersoverlast', 'verkeerssituaties'],
  ['omleiding-belijning-verkeer', 'omleiding'],
  ['vuurwerkoverlast', 'overlast-door-afsteken-vuurwerk'],
]

/** The meaning of a category `main/sub`: its own, or that of the group it belongs to. */
export function findMeaning(category: string): string {
  const sub = category.split('/')[1] ?? category
  return GROUPS.find((group) => group.includes(sub))?.[0] ?? category
}
