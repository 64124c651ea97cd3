/** A line of the audit log about something that is set up. */
export interface SavedLine {
  readonly action: string
  readonly objectId: string | null
  /** With `before` and `after` where they are known. */
  readonly detail: unknown
}

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Naam',
  code: 'Code',
  isIntern: 'Afdeling van de gemeente zelf',
  canDirect: 'Kan regie voeren',
  categories: 'Categorieën',
  permissions: 'Rechten',
  title: 'Titel',
  text: 'Tekst',
  body: 'Tekst',
  active: 'Actief',
  state: 'Voor status',
  categoryIds: 'Categorieën',
}

const WHOLE: Readonly<Record<string, string>> = {
  'mail_template.saved': 'Tekst gewijzigd',
  'mail_template.deleted': 'Eigen tekst verwijderd: de tekst van Signalen geldt weer',
  'mail_template.unreadable': 'De tekst kon niet worden gelezen. De tekst van Signalen ging weg.',
  'areas.imported': 'Gebieden ingelezen',
}
const LONGEST = 160

/** In words, one line for each fact that changed. */
export function describeSaved({ action, objectId, detail }: SavedLine): string {
  const whole = WHOLE[action]
  if (whole !== undefined) return whole
  const { before, after, name } = recordOf(detail)
  if (action.endsWith('.removed')) return `Verwijderd${typeof name === 'string' ? `: ${name}` : ''}`
  if (action === 'setting.saved') return `${objectId}: ${show(before)} → ${show(after)}`
  if (Array.isArray(after)) return describeRows(listOf(before), after)
  const lines = Object.entries(recordOf(after)).map(([field, value]) =>
    describeField(FIELDS[field] ?? field, before === undefined ? undefined : recordOf(before)[field], value),
  )
  const told = lines.filter((line) => line !== undefined)
  if (before === undefined && after !== undefined) return ['Toegevoegd', ...told].join('\n')
  return told.length > 0 ? told.join('\n') : 'Gewijzigd'
}

function describeField(label: string, before: unknown, after: unknown): string | undefined {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return undefined
  if (!Array.isArray(after)) {
    return before === undefined || before === null
      ? `${label}: ${show(after)}`
      : `${label}: ${show(before)} → ${show(after)}`
  }
  const was = listOf(before).map(String)
  const is = after.map(String)
  const added = is.filter((one) => !was.includes(one))
  const gone = was.filter((one) => !is.includes(one))
  const told = [...plus('erbij', added), ...plus('weg', gone)]
  return told.length > 0 ? `${label}: ${told.join('; ')}` : undefined
}

function plus(words: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${words} ${cut(names.join(', '))}`] : []
}

/** A list that was saved as a whole: what came, went and changed, by name. */
function describeRows(before: readonly unknown[], after: readonly unknown[]): string {
  const was = new Map(before.map((row) => [keyOf(row), row]))
  const is = new Map(after.map((row) => [keyOf(row), row]))
  const namesOf = (rows: readonly unknown[]) => cut(rows.map(nameOf).join(', '))
  const added = [...is].filter(([key]) => !was.has(key)).map(([, row]) => row)
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, row]) => row)
  const changed = [...is]
    .filter(([key, row]) => was.has(key) && JSON.stringify(was.get(key)) !== JSON.stringify(row))
    .map(([, row]) => row)
  const lines = [
    ...(added.length > 0 ? [`Toegevoegd: ${namesOf(added)}`] : []),
    ...(changed.length > 0 ? [`Gewijzigd: ${namesOf(changed)}`] : []),
    ...(gone.length > 0 ? [`Verwijderd: ${namesOf(gone)}`] : []),
  ]
  return lines.length > 0 ? lines.join('\n') : 'Volgorde gewijzigd'
}

function keyOf(row: unknown): string {
  const { id } = recordOf(row)
  return typeof id === 'number' ? String(id) : nameOf(row)
}

function nameOf(row: unknown): string {
  const { name, text, title } = recordOf(row)
  return String(name ?? title ?? text ?? '')
}

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (value === true) return 'ja'
  if (value === false) return 'nee'
  return cut(typeof value === 'string' ? value : JSON.stringify(value))
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
