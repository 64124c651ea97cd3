import { PRIVATE } from '../api.ts'

export const PERSONS = `${PRIVATE}/persons`

export interface Person {
  readonly email: string | null
  readonly phone: string | null
}
