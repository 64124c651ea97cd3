import { MailRefused, type MailTransport, type OutgoingMail } from '@signalen/services'
import { createTransport } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js'
import { createBreaker } from '../outside/breaker.ts'

export interface SmtpOptions {
  /** `smtp://name:password@host:587` or `smtps://host:465`. */
  readonly url: string
  /** `required`: no mail goes out unless the connection is encrypted; `off`: never encrypted. */
  readonly tls?: 'required' | 'if offered' | 'off' | undefined
  readonly timeoutMs?: number | undefined
  /** At the same time, at most: mail servers refuse more than they like. */
  readonly connections?: number | undefined
  readonly restMilliseconds?: number | undefined
}

export interface SmtpMailTransport extends MailTransport {
  /** True while the server is left alone because it did not answer several times. */
  isResting(): boolean
  close(): void
}

const DEFAULT_TIMEOUT_MS = 20_000
const DEFAULT_CONNECTIONS = 25

/** Kept so long for the next mail, which is less than servers wait before they hang up. */
const IDLE_MILLISECONDS = 10_000

/** SMTP answers with which a server says that this mail will never be welcome. */
const NEVER = new Set([550, 551, 553, 554, 555, 556])

/** Connections stay open from mail to mail, since greeting a server takes longer than handing it a mail. */
export function createSmtpTransport(options: SmtpOptions): SmtpMailTransport {
  const transporter = createTransport(connectionOf(options))
  const breaker = createBreaker({
    restMilliseconds: options.restMilliseconds,
    counts: (error) => !isAnswerAboutThisMail(error),
    rest: () => new Error('De mailserver nam de mail niet aan (hij antwoordde een paar keer niet).'),
  })
  async function send({
    messageId,
    from,
    to,
    subject,
    text,
    html,
    unsubscribeUrl,
  }: OutgoingMail): Promise<void> {
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
  }
  return {
    isResting: breaker.isOpen,
    send: (mail) =>
      breaker
        .guard(() => send(mail))
        .catch((error: unknown) => {
          throw describeFailure(error)
        }),
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
  connections = DEFAULT_CONNECTIONS,
}: SmtpOptions): SMTPPool.Options & { readonly pool: true } {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    pool: true,
    maxConnections: connections,
    // The queue tries again, and leaves more time between.
    maxRequeues: 1,
    idleTimeout: Math.min(IDLE_MILLISECONDS, timeoutMs / 2),
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
  if (code === undefined && responseCode === undefined && error instanceof Error) return error
  if (responseCode !== undefined && NEVER.has(responseCode) && isAboutThisMail(command)) {
    return new MailRefused(`De mailserver weigert deze mail (${responseCode}).`)
  }
  const details = [code, command, responseCode].filter((detail) => detail !== undefined).join(' ')
  return new Error(`De mailserver nam de mail niet aan (${details || 'onbekende fout'}).`)
}

/** A server that says no to one mail, for now or for good, works; one that says 421 is about to hang up. */
function isAnswerAboutThisMail(error: unknown): boolean {
  const { command, responseCode } = error as SmtpError
  return responseCode !== undefined && responseCode !== 421 && isAboutThisMail(command)
}

/** A refusal of our login or name is for the administrator to mend, not a fault of the mail. */
function isAboutThisMail(command: string | undefined): boolean {
  return command === 'RCPT TO' || command === 'DATA'
}
