import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { listMailVariables } from '../mail/known-variables.ts'
import type { MailRenderer } from '../ports.ts'
import type { ConfigurationFault, ReadConfiguration } from './read-configuration.ts'

/**
 * Mail templates that cannot be read, or name what no mail has. What another occasion has may be named: texts
 * that are in use today do, and it stays empty.
 */
export function findMailTemplateFaults(
  read: ReadConfiguration,
  mailRenderer: MailRenderer,
): ConfigurationFault[] {
  const variables = [...new Set(MAIL_TEMPLATE_KEYS.flatMap((key) => listMailVariables(key)))]
  return read.given.emailTemplates.flatMap((row) => {
    const faultsOf = (part: 'title' | 'body') =>
      mailRenderer
        .check({ title: '', body: '', [part]: row[part] }, variables)
        .map((reason) => read.faultAt([...read.pathOf(row), part], reason))
    return [...faultsOf('title'), ...faultsOf('body')]
  })
}
