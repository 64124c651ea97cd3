export type Audience = 'residents' | 'staff' | 'administrators' | 'operators' | 'everyone'

export interface ReleaseNote {
  readonly audience: Audience
  readonly text: string
}

export interface Release {
  readonly title: string
  readonly notes: readonly ReleaseNote[]
}

const AUDIENCES: readonly (readonly [RegExp, Audience])[] = [
  [/^Residents: /, 'residents'],
  [/^Staff: /, 'staff'],
  [/^Administrators: /, 'administrators'],
  [/^Operators: /, 'operators'],
]

/** The releases that a CHANGELOG tells of, the newest first. */
export function readReleases(changelog: string): Release[] {
  const [, ...parts] = changelog.replaceAll('\r', '').split(/^## /m)
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n')
    const items = lines.join('\n').split(/^- /m).slice(1)
    return { title: title.trim(), notes: items.map(readNote) }
  })
}

function readNote(item: string): ReleaseNote {
  const text = item.trim().replaceAll(/\s*\n\s*/g, ' ')
  const found = AUDIENCES.find(([sign]) => sign.test(text))
  return found
    ? { audience: found[1], text: capital(text.replace(found[0], '')) }
    : { audience: 'everyone', text }
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** Tells a release from the one before, also while it is not named yet. */
export function markOf(releases: readonly Release[]): string {
  const [newest] = releases
  return newest ? `${newest.title} (${newest.notes.length})` : ''
}

/** Someone who never saw any is new here: to them nothing is news. */
export function isNews(mark: string, seen: string | null): boolean {
  return seen !== null && mark !== '' && seen !== mark
}

/** What concerns someone goes first; what operators alone notice is left out. */
export function notesFor(release: Release, isAdministrator: boolean): ReleaseNote[] {
  const order: Audience[] = [
    'staff',
    ...(isAdministrator ? ['administrators' as const] : []),
    'everyone',
    'residents',
  ]
  return order.flatMap((audience) => release.notes.filter((note) => note.audience === audience))
}
