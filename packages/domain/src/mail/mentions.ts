const MENTION = /(?<![\w@.])@([\w][\w.+-]*(?:@[\w-]+(?:\.[\w-]+)+)?)/g

/** Who is named in a note with @, by e-mail address or by what stands before the @ of it; in small letters. */
export function findMentionedNames(text: string): string[] {
  const found = [...text.matchAll(MENTION)].map(([, name = '']) => name.replace(/[.+-]+$/, '').toLowerCase())
  return [...new Set(found)]
}

/** The addresses that are meant: a short name only where it is one person's. */
export function resolveMentions(names: readonly string[], emails: readonly string[]): string[] {
  const resolved = names.flatMap((name) => {
    const fits = emails.filter((email) => isCalled(email.toLowerCase(), name))
    return fits.length === 1 ? fits : []
  })
  return [...new Set(resolved)]
}

function isCalled(email: string, name: string): boolean {
  return name.includes('@') ? email === name : email.split('@')[0] === name
}
