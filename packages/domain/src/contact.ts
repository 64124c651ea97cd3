const LONGEST_EMAIL = 254

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u
const TOP_LEVEL = /^(?:xn--[a-z0-9-]+|\p{L}{2,63})$/iu

/** Whether mail could be delivered there, as far as one can see. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || text.length > LONGEST_EMAIL) return false
  const labels = text.slice(at + 1).split('.')
  const top = labels.at(-1) ?? ''
  return (
    LOCAL_PART.test(text.slice(0, at)) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    TOP_LEVEL.test(top)
  )
}

/** Addresses are compared without regard to capitals, as people type them. */
export function isSameEmail(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase()
}

/** `test@test.com` → `t**t@***t.com`: enough to recognise one's own address by. */
export function obscureEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  const dot = domain.lastIndexOf('.')
  if (at < 0 || dot < 0) return '*'.repeat(email.length)
  const host = domain.slice(0, dot)
  const obscuredHost =
    host.length > 3 ? `${'*'.repeat(host.length - 1)}${host.slice(-1)}` : '*'.repeat(host.length)
  return `${obscureLocalPart(email.slice(0, at))}@${obscuredHost}${domain.slice(dot)}`
}

function obscureLocalPart(local: string): string {
  if (local.length < 3) return '*'.repeat(local.length)
  return `${local.slice(0, 1)}${'*'.repeat(local.length - 2)}${local.slice(-1)}`
}

/** `06 12345678` → `*******678` */
export function obscurePhone(phone: string): string {
  return phone.replaceAll(' ', '').slice(-3).padStart(10, '*')
}

export const MASKED_CONTACT = '*****'

/** What someone without the right to see contact details gets: that there are some, or not. */
export function maskContact(value: string | null): string {
  return value ? MASKED_CONTACT : ''
}
