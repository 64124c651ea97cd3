/** The Dutch sentences that clients of the v1 API already show to people. */
export const MESSAGES = {
  required: 'Dit veld is vereist.',
  blank: 'Dit veld mag niet leeg zijn.',
  nullCharacters: 'Null-tekens zijn niet toegestaan.',
  notANumber: 'Voer een getal in.',
  invalidDate: 'Voer een geldige datum in.',
  invalidDateTime: 'Voer een geldige datum/tijd in.',
  notAList: 'Voer een lijst met waarden in.',
  invalidEmail: 'Voer een geldig e-mailadres in.',
  notFound: 'Niet gevonden.',
  forbidden: 'Je hebt geen toestemming om deze actie uit te voeren.',
  unauthenticated: 'Authenticatiegegevens zijn niet opgegeven.',
} as const

export function tooLong(limit: number): string {
  return `Zorg ervoor dat dit veld niet meer dan ${limit} karakters bevat.`
}

export function tooLongBy(limit: number, length: number): string {
  return `Zorg dat deze waarde niet meer dan ${limit} tekens bevat (het zijn er nu ${length}).`
}

export function invalidChoice(value: string): string {
  return `"${value}" is een ongeldige keuze.`
}

export function unavailableChoice(value: string): string {
  return `Selecteer een geldige keuze. ${value} is geen beschikbare keuze.`
}
