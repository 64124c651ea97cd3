import { describe, expect, it } from 'vitest'
import { decidePublicSource, decideStaffSource, findFinalSource, type SourceSettings } from './source.ts'

function errorsOf(decision: { ok: boolean; errors?: unknown }): unknown {
  return decision.ok ? 'accepted' : decision.errors
}

describe('sources', () => {
  const sources = [
    { name: 'online', isActive: true, isPublic: true },
    { name: 'App', isActive: true, isPublic: true },
    { name: 'Telefoon', isActive: true, isPublic: false },
    { name: 'Fax', isActive: false, isPublic: false },
  ]
  const unknown = { source: ['Invalid source given, value not known'] }
  const settings: SourceSettings = {
    internal: {
      emailEndings: ['@gemeente.example'],
      exceptions: ['webcare@gemeente.example'],
      source: 'Interne melding',
    },
    childSource: 'Deelmelding',
  }

  it('of the public are online and the public ones', () => {
    expect(decidePublicSource('app', sources)).toEqual({ ok: true, value: 'App' })
    expect(decidePublicSource('ONLINE', []).ok).toBe(true)
    expect(errorsOf(decidePublicSource('Telefoon', sources))).toEqual(unknown)
  })

  it('of staff are the active ones that are not public', () => {
    expect(decideStaffSource('telefoon', sources, false)).toEqual({ ok: true, value: 'Telefoon' })
    expect(errorsOf(decideStaffSource('Fax', sources, false))).toEqual(unknown)
    expect(errorsOf(decideStaffSource('online', sources, false))).toEqual({
      source: ['Invalid source given for authenticated user'],
    })
    expect(decideStaffSource('online', sources, true).ok).toBe(true)
  })

  it.each([
    ['iemand@gemeente.example', false, 'Interne melding'],
    ['webcare@gemeente.example', false, 'online'],
    ['iemand@elders.example', false, 'online'],
    [null, false, 'online'],
    ['iemand@gemeente.example', true, 'Deelmelding'],
  ])('of %s, child %s, end as %s', (reporterEmail, isChild, source) => {
    expect(findFinalSource('online', { reporterEmail, isChild }, settings)).toBe(source)
    expect(findFinalSource('online', { reporterEmail, isChild }, { internal: null, childSource: null })).toBe(
      'online',
    )
  })
})
