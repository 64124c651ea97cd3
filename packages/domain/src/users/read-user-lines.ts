import { isEmailAddress } from '../contact.ts'
import { type CsvLine, readCsv } from './read-csv.ts'

export interface UserLine {
  readonly line: number
  readonly email: string
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  /** Names. */
  readonly roles: readonly string[] | undefined
  /** Codes or names. */
  readonly departments: readonly string[] | undefined
  /** Why the line cannot be used. */
  readonly reason: string | undefined
}

export type UserFile =
  | { readonly ok: true; readonly lines: readonly UserLine[] }
  | { readonly ok: false; readonly reason: string }

const COLUMNS = {
  email: ['e-mailadres', 'e-mail', 'email', 'gebruikersnaam', 'username'],
  firstName: ['voornaam', 'first name', 'first_name'],
  lastName: ['achternaam', 'last name', 'last_name'],
  roles: ['rollen', 'rol', 'roles', 'role'],
  departments: ['afdelingen', 'afdeling', 'departments', 'department'],
} as const

type Column = keyof typeof COLUMNS

const MOST_LINES = 2000
const LONGEST = 150

/** Users as a CSV file has them; a column that is not there leaves what it is about as it is. */
export function readUserFile(text: string): UserFile {
  const [head, ...lines] = readCsv(text)
  if (!head) return { ok: false, reason: 'Het bestand is leeg.' }
  const places = findPlaces(head)
  if (places.email < 0) {
    return {
      ok: false,
      reason: 'De eerste regel moet de namen van de kolommen hebben, met e-mailadres erbij.',
    }
  }
  if (lines.length === 0) return { ok: false, reason: 'Onder de namen van de kolommen staat niets.' }
  if (lines.length > MOST_LINES) return { ok: false, reason: `Er staan meer dan ${MOST_LINES} regels in.` }
  const seen = new Set<string>()
  return { ok: true, lines: lines.map((line) => readLine(line, places, seen)) }
}

function findPlaces({ fields }: CsvLine): Record<Column, number> {
  const names = fields.map((field) => field.toLowerCase())
  const placeOf = (column: Column) => names.findIndex((name) => isNameOf(column, name))
  return {
    email: placeOf('email'),
    firstName: placeOf('firstName'),
    lastName: placeOf('lastName'),
    roles: placeOf('roles'),
    departments: placeOf('departments'),
  }
}

function isNameOf(column: Column, name: string): boolean {
  return COLUMNS[column].some((one) => one === name)
}

function readLine({ number, fields }: CsvLine, places: Record<Column, number>, seen: Set<string>): UserLine {
  const textOf = (column: Column) => (places[column] < 0 ? undefined : (fields[places[column]] ?? ''))
  const listOf = (column: Column) =>
    textOf(column)
      ?.split(/[,|/]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const email = textOf('email') ?? ''
  const isTwice = seen.has(email.toLowerCase())
  seen.add(email.toLowerCase())
  const line = {
    line: number,
    email,
    firstName: textOf('firstName'),
    lastName: textOf('lastName'),
    roles: listOf('roles'),
    departments: listOf('departments'),
  }
  return { ...line, reason: findReason(line, isTwice) }
}

function findReason(line: Omit<UserLine, 'reason'>, isTwice: boolean): string | undefined {
  if (line.email === '') return 'Er staat geen e-mailadres.'
  if (!isEmailAddress(line.email) || line.email.length > LONGEST) return 'Dit is geen e-mailadres.'
  if (isTwice) return 'Dit e-mailadres staat er twee keer.'
  const names = [line.firstName ?? '', line.lastName ?? '']
  return names.some((name) => name.length > LONGEST || name.includes('\0'))
    ? 'De naam is te lang of kan niet.'
    : undefined
}
