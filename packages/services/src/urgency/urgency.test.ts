import { DEFAULT_URGENCY_RULES } from '@signalen/classification'
import {
  createTestContext,
  describeEachDatabase,
  findRightsAnswers,
  listHistory,
  loadConfiguration,
  openStaffApi,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../settings/load-settings.ts'
import { HANDLER, makeSignal, openTown, report, type TestTown } from '../signals/test-town.ts'

const GAS = 'Ik ruik gas bij de put voor mijn deur'
const RULES = '/private/urgency/rules'

const rule = (changes: object = {}) => ({
  id: 'zwanen',
  name: { nl: 'Boze zwanen', en: 'Angry swans' },
  phrases: ['boze zwa*'],
  unless: [],
  effect: 'high-priority',
  is_active: true,
  ...changes,
})

describeEachDatabase('danger in words', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  async function post(changes: object = {}): Promise<number> {
    const answer = await town.api.ask('POST', '/public/signals', { as: null, body: report({ ...changes }) })
    expect(answer.status).toBe(201)
    return answer.body.id
  }

  const getSignal = (id: number) =>
    town.context.db.kysely
      .selectFrom('signal')
      .select(['priority', 'priority_created_by', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  const NOTE =
    'note: De urgentie is automatisch hoog geworden: regel "Gaslucht of gaslek" door de woorden "ruik gas".'

  describe('in a new report', () => {
    it('makes it urgent, and its history says by which rule and which words', async () => {
      const id = await post({ text: GAS })
      expect(await getSignal(id)).toEqual({ priority: 'high', priority_created_by: null, version: 1 })
      expect(await listHistory(town.context, id)).toContain(NOTE)
      const { body } = await town.api.ask('GET', `/private/signals/${id}/history?what=UPDATE_PRIORITY`)
      expect(body.map(({ action, who }: { action: string; who: string }) => [action, who])).toEqual([
        ['Urgentie gewijzigd naar: Hoog', 'Signalen systeem'],
        ['Urgentie gewijzigd naar: Normaal', 'Signalen systeem'],
      ])
      expect((await town.api.ask('GET', `/private/signals/${id}`)).body).toMatchObject({
        priority: { priority: 'high' },
      })
    })

    it('counts as well when staff type it in, and shows that it was not them', async () => {
      const id = await makeSignal(town, { text: GAS }, { as: HANDLER })
      const { body } = await town.api.ask('GET', `/private/signals/${id}/history?what=UPDATE_PRIORITY`)
      expect(body.map(({ who }: { who: string }) => who)).toEqual(['Signalen systeem', HANDLER])
    })

    it('leaves alone what was said to be urgent, and parts of a report that somebody read', async () => {
      const urgent = await makeSignal(town, { text: GAS, priority: { priority: 'high' } })
      expect(await listHistory(town.context, urgent)).not.toContain(NOTE)
      const parent = await makeSignal(town)
      const part = await makeSignal(town, { parent, text: GAS })
      expect((await getSignal(part)).priority).toBe('normal')
    })

    it('is not seen where there is none', async () => {
      const id = await post({ text: 'Er is geen gaslucht, alleen een lege gasfles' })
      expect((await getSignal(id)).priority).toBe('normal')
      expect((await listHistory(town.context, id)).filter((line) => line.startsWith('note'))).toEqual([])
    })

    it('does nothing where the municipality does not use the rules', async () => {
      town = await openTown(database, { urgency: false })
      expect((await getSignal(await post({ text: GAS }))).priority).toBe('normal')
    })
  })

  describe('in what someone is writing', () => {
    const ask = (text: unknown) =>
      town.api.ask('POST', '/public/urgency', { as: null, body: { text } as object })

    it('is told with whom to call', async () => {
      town = await openTown(database, { contact: { emergencyNumber: '112' } })
      expect(await ask(GAS)).toMatchObject({
        status: 200,
        body: {
          matches: [
            {
              rule: { id: 'gas', name: { nl: 'Gaslucht of gaslek', en: 'Smell of gas or gas leak' } },
              found: 'ruik gas',
              effect: 'duty-number',
            },
          ],
          show_duty_number: true,
          duty_number: '112',
        },
      })
    })

    it('is not made up', async () => {
      const nothing = { matches: [], show_duty_number: false, duty_number: null }
      expect((await ask('Er staat een bankstel op straat')).body).toEqual(nothing)
      for (const text of ['a'.repeat(3000), '🔥', 'Крысы', '*'])
        expect((await ask(text)).body).toEqual(nothing)
      expect((await ask('')).status).toBe(400)
      expect((await ask(undefined)).status).toBe(400)
      town = await openTown(database, { urgency: false })
      expect((await ask(GAS)).body).toEqual(nothing)
    })
  })

  describe('is found by rules', () => {
    const get = () => town.api.ask('GET', RULES)
    const put = (body: object) => town.api.ask('PUT', RULES, { body })

    it('that everyone may read who looks after categories', async () => {
      const { body } = await get()
      expect(body).toMatchObject({ is_active: true, are_shipped: true, changed_at: null, changed_by: null })
      expect(body.rules).toHaveLength(DEFAULT_URGENCY_RULES.length)
      expect(body.rules[0]).toMatchObject({ id: 'gas', effect: 'duty-number', is_active: true })
    })

    it('that can be changed, from the next report on, with an account of it', async () => {
      const saved = await put({ is_active: true, rules: [rule()] })
      expect(saved).toMatchObject({
        status: 200,
        body: {
          is_active: true,
          are_shipped: false,
          changed_at: '2026-11-24T11:00:00+01:00',
          changed_by: 'beheerder@waterveste.example',
          rules: [rule()],
        },
      })
      const settings = await loadSettings(database.municipality)
      const api = await openStaffApi({ ...town.context, settings })
      const made = await api.ask('POST', '/public/signals', {
        as: null,
        body: report({ text: 'Twee boze zwanen op het fietspad' }),
      })
      expect((await getSignal(made.body.id)).priority).toBe('high')
      const gas = await api.ask('POST', '/public/signals', { as: null, body: report({ text: GAS }) })
      expect((await getSignal(gas.body.id)).priority).toBe('normal')
      expect((await api.ask('GET', RULES)).body.rules).toEqual([rule()])
    })

    it('of which one can be off, and all of them', async () => {
      await put({ is_active: true, rules: [rule({ is_active: false })] })
      expect((await loadSettings(database.municipality)).urgencyRules).toMatchObject([{ isActive: false }])
      await put({ is_active: false, rules: [] })
      expect(await loadSettings(database.municipality)).toMatchObject({ urgency: false, urgencyRules: [] })
    })

    it('that come by the configuration file too', async () => {
      const rules = [{ ...DEFAULT_URGENCY_RULES[0], name: { nl: 'Eigen regel', en: 'Own rule' } }]
      const test = createTestContext(database.municipality)
      await loadConfiguration(test.context, { settings: { urgencyRules: rules } })
      expect((await loadSettings(database.municipality)).urgencyRules).toEqual(rules)
    })

    it.each([
      ['two with one id', [rule(), rule()]],
      ['no words', [rule({ phrases: [] })]],
      ['a word of stars only', [rule({ phrases: ['***'] })]],
      ['an unknown effect', [rule({ effect: 'bellen' })]],
      ['no name', [rule({ name: { nl: ' ', en: 'x' } })]],
      ['an id that cannot be', [rule({ id: 'Boze zwanen' })]],
    ])('that are refused when they cannot work: %s', async (_, rules) => {
      const answer = await put({ is_active: true, rules })
      expect(answer.status).toBe(400)
      expect(answer.body.rules ?? answer.body.urgencyRules).toBeDefined()
      expect((await get()).body.are_shipped).toBe(true)
    })

    it('with the right to do so', async () => {
      const { context } = createTestContext(database.municipality)
      const api = await openStaffApi(context)
      for (const [method, ...needs] of [
        ['GET', 'sia_read', 'sia_category_read'],
        ['PUT', 'sia_write', 'sia_category_write'],
      ] as const) {
        const answers = await findRightsAnswers(api, context, { method, path: RULES, needs })
        expect(answers).toMatchObject({ anonymous: 401, without: [403, 403] })
        expect([200, 400]).toContain(answers.with)
      }
    })
  })
})
