export { createMailRenderer } from './mail-renderer.ts'
export {
  createMailbox,
  type Mailbox,
  type MailboxEntry,
  type MailboxMessage,
  type MailboxOptions,
} from './mailbox.ts'
export { createMailboxPages } from './mailbox-pages.ts'
export { createSmtpTransport, type SmtpMailTransport, type SmtpOptions } from './smtp-transport.ts'
