/** Letters, digits and a few signs, in folders; a name never begins with a dot. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

export function checkExportName(name: string): string {
  if (NAME.test(name)) return name
  throw new Error('a name in the export store may hold letters, digits, dots, _ and - in folders only')
}
