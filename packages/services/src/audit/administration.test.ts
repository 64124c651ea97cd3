import { describeEachDatabase, findRightsAnswers } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { HANDLER, makeSignal, openTown, READER, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('looking after the municipality', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const get = async (path: string, as?: string) =>
    (await town.api.ask('GET', `/private/${path}`, { as })).body
  const findSetting = async (name: string) =>
    (await get('settings')).find((one: { name: string }) => one.name === name)

  it('changes settings, all or none, with an account of each', async () => {
    expect(await findSetting('nearWeeks')).toEqual({
      name: 'nearWeeks',
      value: DEFAULT_SETTINGS.nearWeeks,
      standard: DEFAULT_SETTINGS.nearWeeks,
    })
    const change = (body: object) => town.api.ask('PATCH', '/private/settings', { body })
    expect(await change({ nearWeeks: 3, nearRadiusMetres: 'ver' })).toMatchObject({
      status: 400,
      body: { nearRadiusMetres: [expect.any(String)] },
    })
    expect(await change({ zomaar: 1 })).toMatchObject({ status: 400, body: { zomaar: [expect.any(String)] } })
    const { body } = await change({ nearWeeks: 3 })
    expect(body).toContainEqual({ name: 'nearWeeks', value: 3, standard: DEFAULT_SETTINGS.nearWeeks })
    expect((await get('audit-log?object=nearWeeks')).results).toMatchObject([
      { action: 'setting.saved', actor: 'beheerder@waterveste.example', detail: { before: null, after: 3 } },
    ])
  })

  it('keeps who was shown how to reach a reporter, once an hour, and not who saw stars', async () => {
    const id = await makeSignal(town, { reporter: { email: 'melder@waterveste.example' } })
    const seen = async () => (await get(`audit-log?action=contact.seen&object=${id}`)).results
    for (const as of [READER, HANDLER, HANDLER]) await get(`signals/${id}`, as)
    expect(await seen()).toMatchObject([{ actor: HANDLER, object_type: 'signal', object_id: String(id) }])
    town.clock.advance({ hours: 2 })
    await get(`signals/${id}`, HANDLER)
    expect(await seen()).toHaveLength(2)
    const anonymous = await makeSignal(town, { reporter: {} })
    await get(`signals/${anonymous}`, HANDLER)
    expect((await get(`audit-log?action=contact.seen&object=${anonymous}`)).count).toBe(0)

    expect(await get('audit-log/actions')).toContain('contact.seen')
    expect((await get('audit-log?actor=BEHANDELAAR&from=2026-01-01')).count).toBe(2)
    expect((await get('audit-log?until=2026-01-01')).count).toBe(0)
    const csv: string = await get('audit-log.csv?action=contact.seen')
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`,${HANDLER},contact.seen,signal,${id},{}`)
  })

  it('tells what would be forgotten tomorrow', async () => {
    const id = await makeSignal(town, { reporter: { email: 'melder@waterveste.example' } })
    await town.api.ask('PATCH', `/private/signals/${id}`, { body: { status: { state: 'o', text: 'Klaar' } } })
    expect(await get('retention/due')).toMatchObject({
      anonymised: { count: 0 },
      destroyed: { is_on: false },
    })
    town.clock.advance({ days: DEFAULT_SETTINGS.anonymiseAfterDays - 1, hours: 12 })
    expect((await get('retention/due')).anonymised).toEqual({ count: 1, signal_ids: [id] })
    expect((await get(`signals/${id}`)).reporter.email).toBe('melder@waterveste.example')
    town.clock.advance({ days: 3650 })
    expect((await get('retention/due')).destroyed).toEqual({
      is_on: false,
      signal_ids: [id],
      is_capped: false,
    })
  })

  it('goes out as one file, and comes in from one, looked at first', async () => {
    const text = JSON.stringify(await get('configuration'))
    const bring = async (changes: object, dry_run = false) =>
      (
        await town.api.ask('POST', '/private/configuration', {
          body: { text: JSON.stringify({ ...JSON.parse(text), ...changes }), dry_run },
        })
      ).body
    expect(await bring({})).toEqual({ is_stored: true, faults: [], changes: [] })
    const departments = [{ code: 'AFV', name: 'Afval en grondstoffen' }]
    const change = ['department afv: name changed']
    expect(await bring({ departments }, true)).toEqual({ is_stored: false, faults: [], changes: change })
    expect((await bring({ departments: [{ code: 'AFV' }] })).faults).toMatchObject([
      { line: 1, reason: expect.any(String) },
    ])
    expect((await bring({ departments })).changes).toEqual(change)
    expect((await get('departments')).results[0].name).toBe('Afval en grondstoffen')
    expect((await get('audit-log?action=configuration.imported')).results).toHaveLength(2)
  })

  it('is for who may, and never makes someone more than one is oneself', async () => {
    for (const [method, path, ...needs] of [
      ['GET', '/private/settings', 'sia_read', 'change_group'],
      ['PATCH', '/private/settings', 'sia_write', 'change_group'],
      ['GET', '/private/audit-log', 'sia_read', 'change_group'],
      ['GET', '/private/audit-log/actions', 'sia_read', 'change_group'],
      ['GET', '/private/audit-log.csv', 'sia_read', 'change_group'],
      ['GET', '/private/retention/due', 'sia_read', 'change_group'],
      ['GET', '/private/configuration', 'sia_read', 'view_user', 'change_group'],
    ] as const) {
      const answers = await findRightsAnswers(town.api, town.context, { method, path, needs })
      expect(answers).toEqual({ anonymous: 401, without: needs.map(() => 403), with: 200 })
    }
    const needs = ['sia_write', 'add_user', 'change_user', 'change_group']
    const answers = await findRightsAnswers(town.api, town.context, {
      method: 'POST',
      path: '/private/configuration',
      needs,
    })
    expect(answers).toEqual({ anonymous: 401, without: needs.map(() => 403), with: 400 })
    const users = [{ email: READER, isSuperuser: true }]
    const body = {
      text: JSON.stringify({ format: 'signalen-configuration', version: 1, users }),
      dry_run: false,
    }
    const as = `rechten-${needs.join('.')}@waterveste.example`
    expect((await town.api.ask('POST', '/private/configuration', { as, body })).status).toBe(403)
    expect((await town.api.ask('POST', '/private/configuration', { body })).body.is_stored).toBe(true)
  })
})
