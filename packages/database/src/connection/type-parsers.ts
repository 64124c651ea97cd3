import pg from 'pg'

const { builtins } = pg.types

/**
 * How column values arrive, the same for both databases: whole numbers as numbers, a calendar date as
 * its text (a Date would move it across midnight), everything else as the driver does it.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === builtins.INT8) return parseWholeNumber
    if (format !== 'binary' && oid === builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}

function parseWholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint of the database does not fit: ${text}`)
  return value
}
