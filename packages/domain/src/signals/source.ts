import { accept, type Decision, refuse } from '../refusal.ts'

export const DEFAULT_SOURCE = 'online'

export interface Source {
  readonly name: string
  readonly isActive: boolean
  readonly isPublic: boolean
}

export interface SourceSettings {
  /** Reports by the municipality's own people count as internal, whatever door they came through. */
  readonly internal: {
    readonly emailEndings: readonly string[]
    readonly exceptions: readonly string[]
    readonly source: string
  } | null
  /** The source that every child of a split signal gets. */
  readonly childSource: string | null
}

/** The public form may name only sources that are meant for it. */
export function decidePublicSource(requested: string, sources: readonly Source[]): Decision<string> {
  const found = findSource(requested, sources)
  if (found?.isPublic) return accept(found.name)
  return isSameName(requested, DEFAULT_SOURCE) ? accept(DEFAULT_SOURCE) : refuseUnknown()
}

/** Staff may name the others; of a child it does not matter, as it gets its own source. */
export function decideStaffSource(
  requested: string,
  sources: readonly Source[],
  isChild: boolean,
): Decision<string> {
  const found = findSource(requested, sources)
  if (found === undefined) return refuseUnknown()
  if (found.isPublic && !isChild) {
    return refuse({ source: ['Invalid source given for authenticated user'] })
  }
  return accept(found.name)
}

/** The source that is stored in the end; the ones of the settings need not exist. */
export function findFinalSource(
  source: string,
  signal: { readonly reporterEmail: string | null; readonly isChild: boolean },
  settings: SourceSettings,
): string {
  if (signal.isChild && settings.childSource !== null) return settings.childSource
  if (settings.internal !== null && isInternal(signal.reporterEmail, settings.internal)) {
    return settings.internal.source
  }
  return source
}

function isInternal(email: string | null, internal: NonNullable<SourceSettings['internal']>): boolean {
  if (email === null || internal.exceptions.includes(email)) return false
  return internal.emailEndings.some((ending) => email.endsWith(ending))
}

function findSource(name: string, sources: readonly Source[]): Source | undefined {
  return sources.find((source) => source.isActive && isSameName(source.name, name))
}

function isSameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

function refuseUnknown() {
  return refuse({ source: ['Invalid source given, value not known'] })
}
