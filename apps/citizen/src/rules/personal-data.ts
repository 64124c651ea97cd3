export type PersonalData = 'email' | 'phone' | 'plate' | 'bsn' | 'iban'

const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/u
const PHONE = /(?<![\d.,])(?:\+31|0031|0)[\s-]?(?:\(0\)\s?)?[1-9](?:[\s-]?\d){8}(?!\d)/
const IBAN = /\b[A-Z]{2}\d{2}[ ]?(?:[A-Z]{4}[ ]?)(?:\d[ ]?){10}\b/
const NINE_DIGITS = /(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)/g

/** Dutch number plates, in all their series: letters and digits in three groups. */
const PLATE =
  /(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3})(?![\w-])/i

/** What in a text seems to tell who someone is; only a warning, so it may be wrong now and then. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = []
  if (EMAIL.test(text)) found.push('email')
  // The digits of an account number look like those of a phone.
  if (PHONE.test(text.replace(IBAN, ''))) found.push('phone')
  if (PLATE.test(text)) found.push('plate')
  if (IBAN.test(text)) found.push('iban')
  if ((text.match(NINE_DIGITS) ?? []).some(isCitizenNumber)) found.push('bsn')
  return found
}

/** The check on a citizen service number: its weighted digits are a multiple of eleven. */
function isCitizenNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const weight = index === 8 ? -1 : 9 - index
    return total + Number(digit) * weight
  }, 0)
  return sum !== 0 && sum % 11 === 0
}
