/** Small letters, digits and a few signs, in folders; a name never begins with a dot. */
const KEY = /^[a-z0-9][a-z0-9_-]*(?:[./][a-z0-9_-]+)*$/

export function checkFileKey(key: string): string {
  if (KEY.test(key) && key.length <= 400) return key
  throw new Error('a key of the file store may hold small letters, digits, _ and - in folders only')
}
