const REMOVED = ' '

/** Each pattern takes away one kind of personal data; the order matters, the widest comes first. */
const PATTERNS: readonly RegExp[] = [
  // web addresses and e-mail
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}.-]+\.\p{L}{2,}/giu,
  // bank account numbers
  /\b[a-z]{2}\d{2}\s?[a-z]{4}\s?(?:\d\s?){10}\b/giu,
  // postcodes, with the figures and letters apart or not
  /\b[1-9]\d{3}\s?[a-z]{2}\b(?!\p{L})/giu,
  // licence plates: three groups of letters and figures with dashes, or written together
  /\b(?=[a-z\d-]*\d)(?=[a-z\d-]*[a-z])[a-z\d]{1,3}-[a-z\d]{1,3}-[a-z\d]{1,3}\b/giu,
  /\b(?:[a-z]{2}\d{3}[a-z]|[a-z]\d{3}[a-z]{2}|\d{1,2}[a-z]{3}\d{1,2}|[a-z]{2}\d{2}[a-z]{2}|\d{2}[a-z]{2}\d{2}|[a-z]{3}\d{2}[a-z]|[a-z]\d{2}[a-z]{3}|\d{2}[a-z]{4}|\d[a-z]{2}\d{3}|\d{3}[a-z]{2}\d)\b/giu,
  // telephone numbers, BSN and any other long number, also with dots, dashes or spaces in it
  /(?:\+|\b00)?\d(?:[\s./()-]{0,2}\d){5,}/gu,
]

const STREET_ENDINGS =
  'straat|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|dreef|steeg|markt|park|plantsoen|boulevard|wal|ring|oord|erf|veld|kamp|akker|burg|hoek|zoom|haven|str'

/** A street with its house number, and a name that ends like a street and is written as a name. */
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    `(?:\\p{Lu}[\\p{L}.'-]*\\s){0,3}[\\p{L}'-]{2,}(?:${STREET_ENDINGS})\\s+(?:nr\\.?\\s?|nummer\\s|no\\.?\\s?)?\\d+(?:\\s?[a-zA-Z])?\\b`,
    'gu',
  ),
  new RegExp(
    `(?<!^)(?<![.!?]\\s)(?:\\p{Lu}[\\p{Ll}.'-]+\\s){0,3}\\p{Lu}[\\p{Ll}'-]*(?:${STREET_ENDINGS})\\b`,
    'gu',
  ),
]

const NAME = "(?:(?:van|de|den|der|het|ten|ter|te|el|al|ben|von|di|la|le|'t)\\s+){0,3}\\p{Lu}[\\p{L}'’-]+"
const NAMES = `(?:\\p{Lu}\\.\\s?)*${NAME}(?:\\s+${NAME}){0,2}`

/** A name after a title, after a greeting at the end, or after "my name is". */
const NAMED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Dd]hr|[Mm]w|[Mm]evr|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Hh]eer|[Ff]am|[Ff]amilie|[Mm]r|[Mm]rs|[Mm]s|[Hh]err|[Ff]rau|[Pp]an|[Pp]ani|[Bb]ay|[Bb]ayan)\\.?\\s+${NAMES}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:[Mm]ijn naam is|[Ii]k ben|[Ii]k heet|[Mm]y name is|[Ii] am|[Nn]aam:?|[Mm]ein Name ist|[Ii]ch heisse|[Ii]ch heiße|[Nn]azywam się|[Aa]dım)\\s+${NAMES}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:[Gg]roet(?:en|jes)?|[Gg]r|[Mm]vg|MVG|[Hh]oogachtend|[Dd]ank|[Bb]edankt|[Vv]r\\.? gr|[Rr]egards|[Tt]hanks|Grüße|Gruß|Pozdrawiam|Saygılar)[.,!]*\\s+(?:van\\s+)?${NAMES}`,
    'gu',
  ),
]

/** A first name and a family name one after the other, inside a sentence. */
const FULL_NAME =
  /(?<=[\p{Ll},;]\s)\p{Lu}[\p{Ll}'’-]+\s+(?:(?:van|de|den|der|het|ten|ter|te|el|al|ben|von)\s+){0,3}\p{Lu}[\p{Ll}'’-]+/gu

const ANY_NUMBER = /\p{N}[\p{N}.,:/-]*(?:\s?[a-z]\b)?/giu

const CAPITALISED = /(?<=[\p{L}\p{N},;]\s)\p{Lu}[\p{L}'’-]+/gu

/** Words written as a name inside a sentence are taken away unless they are known as ordinary words. */
export function dropUnknownNames(text: string, isKnown: (word: string) => boolean): string {
  return text.replace(CAPITALISED, (word) => (isKnown(word) ? word : REMOVED))
}

/**
 * The text without what points to a person: names, addresses, numbers of any kind, e-mail, telephone, licence
 * plate, bank account, citizen service number. Used on everything that a model learns from.
 */
export function stripPersonalData(text: string): string {
  const patterns = [...PATTERNS, ...ADDRESSES, ...NAMED, FULL_NAME, ANY_NUMBER]
  const stripped = patterns.reduce((left, pattern) => left.replace(pattern, REMOVED), text)
  return stripped.replace(/\s+/g, ' ').trim()
}
