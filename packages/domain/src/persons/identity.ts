import { isEmailAddress } from '../contact.ts'
import { accept, type Decision, refuse } from '../refusal.ts'

/** By what a person is found: an e-mail address, a telephone number, or either of two. */
export interface PersonIdentity {
  /** In small letters. */
  readonly email: string | null
  /** As `nationalNumber` tells it. */
  readonly phone: string | null
}

const FEWEST_DIGITS = 6
const MOST_DIGITS = 15

/** What was typed, as it is looked for; refused when it would find what is not the person's. */
export function readIdentity(typed: {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}): Decision<PersonIdentity> {
  const email = typed.email?.trim().toLowerCase() || null
  const phone = typed.phone?.trim() || null
  if (email === null && phone === null) {
    return refuse({ non_field_errors: ['Geef een e-mailadres of een telefoonnummer.'] })
  }
  if (email !== null && !isEmailAddress(email)) return refuse({ email: ['Dit is geen e-mailadres.'] })
  const number = phone && nationalNumber(phone)
  if (number !== null && (number.length < FEWEST_DIGITS || number.length > MOST_DIGITS)) {
    return refuse({ phone: ['Dit is geen telefoonnummer.'] })
  }
  return accept({ email, phone: number })
}

/** `+31 (0)6 1234 5678`, `06-12345678` and `612345678` are one number: its digits without what leads to it. */
export function nationalNumber(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  const isInternational = phone.trim().startsWith('+') || digits.startsWith('00')
  const international = digits.replace(/^00/, '')
  if (isInternational && international.startsWith('31')) return international.slice(2).replace(/^0+/, '')
  if (isInternational) return international
  if (digits.startsWith('31') && digits.length === 11) return digits.slice(2)
  return digits.replace(/^0/, '')
}

export function isSamePerson(
  identity: PersonIdentity,
  contact: { readonly email: string | null; readonly phone: string | null },
): boolean {
  const sameEmail = identity.email !== null && contact.email?.toLowerCase() === identity.email
  const samePhone =
    identity.phone !== null && contact.phone !== null && nationalNumber(contact.phone) === identity.phone
  return sameEmail || samePhone
}
