import type { Address } from '@signalen/services'

/** Text as it is compared: without accents, capitals and everything that is no letter or digit. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * `12a-2` in one piece. Forms differ in which part of an address they put the letter and the addition in,
 * so two house numbers are the same when their pieces together are.
 */
export function foldHouseNumber(address: Address): string {
  const { huisnummer, huisletter, huisnummer_toevoeging } = address
  return fold([huisnummer, huisletter, huisnummer_toevoeging].map((part) => part ?? '').join(' ')).replaceAll(
    ' ',
    '',
  )
}

export function foldPostcode(postcode: string | undefined): string {
  return fold(postcode ?? '').replaceAll(' ', '')
}

/** `Dorpsstraat 1a-2, 1234 AB Waterveste` */
export function displayAddress(address: Address): string {
  const { openbare_ruimte = '', huisnummer = '', huisletter = '', huisnummer_toevoeging = '' } = address
  const addition = huisnummer_toevoeging && `-${huisnummer_toevoeging}`
  const street = `${openbare_ruimte} ${huisnummer}${huisletter}${addition}`.trim()
  const postcode = (address.postcode ?? '').replace(/^(\d{4})\s*([A-Za-z]{2})$/, '$1 $2')
  const town = [postcode, address.woonplaats ?? ''].filter((part) => part !== '').join(' ')
  return town === '' ? street : `${street}, ${town}`
}

/** Whether a found address is the one that was meant: the same house in the same street. */
export function isSameHouse(meant: Address, found: Address): boolean {
  const postcode = foldPostcode(meant.postcode)
  return (
    fold(meant.openbare_ruimte ?? '') === fold(found.openbare_ruimte ?? '') &&
    foldHouseNumber(meant) === foldHouseNumber(found) &&
    (postcode === '' || postcode === foldPostcode(found.postcode))
  )
}
