/** Said of an id that names nothing, in the words of the v1 API. */
export function unknownPk(id: number | string): string {
  return `Ongeldige pk "${id}" - object bestaat niet.`
}
