const UNKNOWN = '□'

/**
 * Text of which every character can be shown with the font, as a PDF that everyone can read demands. What the
 * font does not have, as a picture in a text, becomes a box; several together become one.
 */
export function toCoveredText(text: string, covered: ReadonlySet<number>): string {
  let result = ''
  for (const character of text.toWellFormed().normalize('NFC').replaceAll('\t', ' ')) {
    if (character === '\n') result += character
    else if (isControl(character)) continue
    else if (covered.has(character.codePointAt(0) ?? 0)) result += character
    else if (!isMark(character) && !result.endsWith(UNKNOWN)) result += UNKNOWN
  }
  return result
}

/** What steers how text runs and is not seen itself; fonts name some of it without having it. */
function isControl(character: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character)
}

function isMark(character: string): boolean {
  return /\p{M}/u.test(character)
}

/** The characters of a TrueType font, out of its `cmap` table. */
export function readCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const table = findTable(font, 'cmap')
  for (let record = 0; record < font.readUInt16BE(table + 2); record++) {
    const subtable = table + font.readUInt32BE(table + 4 + record * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) readSegments(font, subtable, covered)
    if (format === 12) readGroups(font, subtable, covered)
  }
  return covered
}

function findTable(font: Buffer, name: string): number {
  for (let record = 0; record < font.readUInt16BE(4); record++) {
    const at = 12 + record * 16
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${name}`)
}

/** Format 4: the characters of the basic plane, in segments that end with 0xFFFF. */
function readSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(subtable + 6) / 2
  const ends = subtable + 14
  const starts = ends + segments * 2 + 2
  for (let segment = 0; segment < segments; segment++) {
    const last = font.readUInt16BE(ends + segment * 2)
    for (let code = font.readUInt16BE(starts + segment * 2); code <= last && code < 0xffff; code++)
      covered.add(code)
  }
}

/** Format 12: groups of characters of every plane. */
function readGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12)
  for (let group = 0; group < groups; group++) {
    const at = subtable + 16 + group * 12
    const last = font.readUInt32BE(at + 4)
    for (let code = font.readUInt32BE(at); code <= last; code++) covered.add(code)
  }
}
