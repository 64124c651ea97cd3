import { readFileSync } from 'node:fs'
import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { createMailRenderer } from '@signalen/integrations'
import { describe, expect, it } from 'vitest'
import { listMailVariables } from './known-variables.ts'

const guide = readFileSync(new URL('../../../../docs/mail-templates.md', import.meta.url), 'utf8')
const ofEveryReport = guide.slice(guide.indexOf('Every mail has'), guide.indexOf('| template |'))

describe('the guide of mail templates', () => {
  it.each(MAIL_TEMPLATE_KEYS)('tells what %s may use', (key) => {
    const line = guide.split('\n').find((row) => row.startsWith(`| \`${key}\` |`)) ?? ''
    const told = [...`${line} ${ofEveryReport}`.matchAll(/`(\w+)`/g)].map(([, name]) => name)
    expect(listMailVariables(key).filter((name) => !told.includes(name))).toEqual([])
  })

  it('shows what can be read', () => {
    const examples = guide
      .match(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)
      ?.map((block) => block.replaceAll(/^ {4}/gm, ''))
    expect(examples?.length).toBeGreaterThanOrEqual(3)
    const variables = MAIL_TEMPLATE_KEYS.flatMap((key) => listMailVariables(key))
    const { check } = createMailRenderer()
    expect(examples?.flatMap((body) => check({ title: '', body }, variables))).toEqual([])
  })
})
