/** Before the secret of a link that stands in for a login. */
const BEFORE_SECRET =
  /\/(?:(?:kto|feedback)\/(?:ja|nee)|incident\/(?:reactie|extern)|mijn-meldingen|verify_email|volgen\/(?:bevestig|stop))\//

/** Links that stand in for a login; what they lead to stands before the secret. */
export const SECRET_LINK = new RegExp(`(${BEFORE_SECRET.source})[A-Za-z0-9_-]{20,}`, 'g')

const FORGOTTEN_LINK = new RegExp(`${BEFORE_SECRET.source}…`)

export const REDACTED_LINK = '$1…'

/** The text of a mail for those who may read it but are not the one it was for. */
export function redactLinks(text: string): string {
  return text.replaceAll(SECRET_LINK, REDACTED_LINK)
}

/** Whether the secrets were taken out for good, so that the mail is of no use any more. */
export function hasForgottenLinks(text: string): boolean {
  return FORGOTTEN_LINK.test(text)
}
