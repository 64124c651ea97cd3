import { formatLocalDate } from '@signalen/domain'
import type { Context } from '../context.ts'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
}

/** Where a file will lie: with its municipality, by the day, under a name that nobody can guess. */
export function drawFileKey(context: Context, mimetype: string): string {
  const day = formatLocalDate(context.clock.now(), context.settings.timeZone).replaceAll('-', '/')
  const extension = EXTENSIONS[mimetype] ?? 'bin'
  return `${context.municipality}/attachments/${day}/${context.random.uuid()}.${extension}`
}

/** A name as people see it: no folders, nothing unseen, and the ending of what the file became. */
export function cleanFileName(name: string, mimetype: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const seen = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
  const extension = EXTENSIONS[mimetype] ?? 'bin'
  const stem = seen.replace(/\.[^.]*$/, '').slice(0, 200) || 'bestand'
  const own = /\.([^.]+)$/.exec(seen)?.[1] ?? ''
  const fits = own.toLowerCase() === extension || (extension === 'jpg' && /^jpe?g?$/i.test(own))
  return `${stem}.${fits ? own : extension}`
}
