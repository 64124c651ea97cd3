const TYPING = /(?:^|\s)@([\w.+-]*)$/

/** What someone types after an @, as long as it is the last word before the caret. */
export function findTyping(text: string, caret: number): string | undefined {
  return TYPING.exec(text.slice(0, caret))?.[1]?.toLowerCase()
}

const MOST = 5

export function suggestColleagues(typed: string, emails: readonly string[]): string[] {
  return emails.filter((email) => email.toLowerCase().startsWith(typed)).slice(0, MOST)
}

/** The text with the address in place of what was typed, and where the caret is then. */
export function insertMention(text: string, caret: number, email: string): { text: string; caret: number } {
  const before = text.slice(0, caret).replace(/@[\w.+-]*$/, `@${email} `)
  return { text: before + text.slice(caret), caret: before.length }
}
