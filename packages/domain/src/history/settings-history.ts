import type { ServiceLevel } from '../deadlines/deadlines.ts'

/** What changed in a category; only what is present did. */
export interface CategoryChange {
  readonly serviceLevel?: ServiceLevel
  readonly name?: string
  readonly description?: string | null
  readonly isActive?: boolean
  readonly handlingMessage?: string | null
  readonly publicName?: string | null
  readonly isPublicAccessible?: boolean
  /** The languages in which residents read something else from then on. */
  readonly translations?: readonly string[]
  /** The name of the file, or `null` when it was removed. */
  readonly icon?: string | null
  /** Which version of its questions residents see from then on. */
  readonly questionVersion?: number
  /** Their codes, with who is responsible. */
  readonly departments?: string
  readonly mergedInto?: string
  readonly mergedFrom?: string
  /** The name of its main category. */
  readonly movedTo?: string
}

export interface UserChange {
  readonly firstName?: string
  readonly lastName?: string
  readonly isActive?: boolean
  readonly addedRoles?: readonly string[]
}

/** What changed in a routing rule. */
export interface ExpressionChange {
  readonly name?: string
  readonly code?: string
  readonly department?: string | null
  readonly user?: string | null
  readonly order?: number
  readonly isActive?: boolean
}

export function describeExpressionChange(change: ExpressionChange): string {
  return joinLines([
    changed('Naam gewijzigd naar', change.name),
    changed('Regel gewijzigd naar', change.code),
    changed('Afdeling gewijzigd naar', orDash(change.department)),
    changed('Persoon gewijzigd naar', orDash(change.user)),
    changed('Volgorde gewijzigd naar', change.order?.toString()),
    change.isActive === undefined
      ? undefined
      : ['Status gewijzigd naar', change.isActive ? 'Actief' : 'Inactief'],
  ])
}

function orDash(value: string | null | undefined): string | undefined {
  return value === null ? '-' : value
}

export function describeCategoryChange(change: CategoryChange): string {
  const { serviceLevel, isActive, isPublicAccessible, icon } = change
  return joinLines([
    serviceLevel && ['Afhandeltermijn gewijzigd naar', describeServiceLevel(serviceLevel)],
    changed('Naam gewijzigd naar', change.name),
    changed('Omschrijving gewijzigd naar', change.description),
    isActive === undefined ? undefined : ['Status gewijzigd naar', isActive ? 'Actief' : 'Inactief'],
    changed('Servicebelofte gewijzigd naar', change.handlingMessage),
    changed('Naam openbaar gewijzigd naar', change.publicName),
    isPublicAccessible === undefined
      ? undefined
      : ['Openbaar tonen gewijzigd naar', isPublicAccessible ? 'Aan' : 'Uit'],
    changed('Vertalingen gewijzigd in', change.translations?.join(', ')),
    icon === null ? ['Icoon verwijderd'] : changed('Icoon gewijzigd naar', icon),
    changed('Afdelingen gewijzigd naar', change.departments),
    changed('Samengevoegd met', change.mergedInto),
    changed('Overgenomen van', change.mergedFrom),
    changed('Verplaatst naar hoofdcategorie', change.movedTo),
    changed(
      'Vragen gepubliceerd',
      change.questionVersion === undefined ? undefined : `versie ${change.questionVersion}`,
    ),
  ])
}

export function describeUserChange(change: UserChange): string {
  const { isActive, addedRoles } = change
  return joinLines([
    changed('Voornaam gewijzigd', change.firstName),
    changed('Achternaam gewijzigd', change.lastName),
    isActive === undefined ? undefined : ['Status wijziging', isActive ? 'Actief' : 'Inactief'],
    addedRoles && ['Rol wijziging', addedRoles.join(', ') || '-'],
  ])
}

/** "Weekdagen" for days that simply pass, "werkdagen" for those on which people work. */
function describeServiceLevel({ days, calendarDays }: ServiceLevel): string {
  return `${days} ${calendarDays ? 'weekdagen' : 'werkdagen'}`
}

type Line = readonly [label: string, value?: string]

function changed(label: string, value: string | null | undefined): Line | undefined {
  return value === undefined ? undefined : [label, value ?? '']
}

function joinLines(lines: readonly (Line | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined)
    .map(([label, value]) => (value === undefined ? label : `${label}:\n ${value}`))
    .join('\n')
}
