import { MailRefused, type MailTransport } from '@signalen/services'
import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'

export interface SmtpOptions {
  /** `smtp://name:password@host:587` or `smtps://host:465`. */
  readonly url: string
  /** `required`: no mail goes out unless the connection is encrypted; `off`: never encrypted. */
  readonly tls?: 'required' | 'if offered' | 'off' | undefined
  readonly timeoutMs?: number | undefined
}

export interface SmtpMailTransport extends MailTransport {
  close(): void
}

const DEFAULT_TIMEOUT_MS = 20_000

/** SMTP answers with which a server says that this mail will never be welcome. */
const NEVER = new Set([550, 551, 553, 554, 555, 556])

export function createSmtpTransport(options: SmtpOptions): SmtpMailTransport {
  const transporter = createTransport(connectionOf(options))
  return {
    async send(mail) {
      const { messageId, from, to, subject, text, html, unsubscribeUrl } = mail
      try {
        await transporter.sendMail({
          messageId,
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribeUrl) },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        throw describeFailure(error)
      }
    },
    close: () => transporter.close(),
  }
}

/** With which a mail program shows a button that ends the mail in one press (RFC 8058). */
function listHeaders(url: string | undefined): Record<string, string> {
  if (url === undefined) return {}
  const oneClick = url.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
  return { 'List-Unsubscribe': `<${url}>`, ...oneClick }
}

function connectionOf({
  url,
  tls = 'if offered',
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: SmtpOptions): SMTPTransport.Options {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPort(secure) : Number(port),
    secure,
    requireTLS: tls === 'required' && !secure,
    ignoreTLS: tls === 'off',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  }
}

function defaultPort(secure: boolean): number {
  return secure ? 465 : 587
}

interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
}

/** Without the words of the server, which may quote the mail. */
function describeFailure(error: unknown): Error {
  const { code, command, responseCode } = error as SmtpError
  if (responseCode !== undefined && NEVER.has(responseCode) && isAboutThisMail(command)) {
    return new MailRefused(`De mailserver weigert deze mail (${responseCode}).`)
  }
  const details = [code, command, responseCode].filter((detail) => detail !== undefined).join(' ')
  return new Error(`De mailserver nam de mail niet aan (${details || 'onbekende fout'}).`)
}

/** A refusal of our login or name is for the administrator to mend, not a fault of the mail. */
function isAboutThisMail(command: string | undefined): boolean {
  return command === 'RCPT TO' || command === 'DATA'
}
