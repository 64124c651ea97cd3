import { createMailbox, createMailboxPages } from '@signalen/integrations'
import type { MailboxPart } from './parts.ts'

/** A mail server of our own, for trying out: what it gets can be read in the browser and goes nowhere else. */
export async function createMailboxPart(dir: string): Promise<MailboxPart> {
  const mailbox = createMailbox({ dir })
  const smtpUrl = await mailbox.start()
  return { mailbox, smtpUrl, pages: createMailboxPages(mailbox) }
}
