import { createOutsideClassifier } from '@signalen/integrations'
import {
  createTestContext,
  describeEachDatabase,
  findRightsAnswers,
  openStaffApi,
  openTestApi,
} from '@signalen/testkit'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { runTask } from '../background/run-task.ts'
import { loadSettings } from '../settings/load-settings.ts'
import { buildReports, type LearningTown, OUTSIDER, openLearningTown, READER } from './test-learning-town.ts'
import { trainModel } from './train-model.ts'

const SWANS = 'overlast-van-dieren/zwanen'
const RATS = 'overlast-van-dieren/ratten'
const NOW = new Date('2026-11-20T08:00:00Z')

const REQUESTS = [
  ['GET', '/private/classification/models', 'sia_read', 'sia_category_read'],
  ['GET', '/private/classification/report', 'sia_read', 'sia_category_read'],
  ['POST', '/private/classification/report', 'sia_write', 'sia_category_write'],
  ['GET', '/private/classification/settings', 'sia_read', 'sia_category_read'],
  ['PATCH', '/private/classification/settings', 'sia_write', 'sia_category_write'],
  ['POST', '/private/classification/train', 'sia_write', 'sia_category_write'],
  ['POST', '/private/classification/models/999/activate', 'sia_write', 'sia_category_write'],
  ['POST', '/private/classification/models/shipped/activate', 'sia_write', 'sia_category_write'],
  ['GET', '/private/signals/999/suggestion', 'sia_read'],
] as const

describeEachDatabase('suggestions by the API', (database) => {
  let town: LearningTown

  beforeEach(async () => {
    town = await openLearningTown(database)
  })

  const get = (path: string, as?: string) => town.api.ask('GET', `/private${path}`, { as })
  const predict = (text: unknown) =>
    town.api.app.inject({ method: 'POST', url: '/signals/category/prediction', payload: { text } as object })

  const reportSwans = (count = 200) =>
    buildReports(town.context, {
      category: SWANS,
      createdAt: new Date('2026-06-01T08:00:00Z'),
      texts: Array.from(
        { length: count },
        (_, index) => `De zonnewervel van de zwanen bij brug ${index} is weg`,
      ),
      corrected: true,
    })

  it('are for who may see and change categories', async () => {
    const { context } = createTestContext(database.municipality)
    const api = await openStaffApi(context)
    const wrong: unknown[] = []
    for (const [method, path, ...needs] of REQUESTS) {
      const answers = await findRightsAnswers(api, context, { method, path, needs })
      const isRight =
        answers.anonymous === 401 &&
        answers.without.every((status) => status === 403) &&
        ![401, 403, 500].includes(answers.with)
      if (!isRight) wrong.push([method, path, answers])
    }
    expect(wrong).toEqual([])
  }, 60_000)

  describe('for one report', () => {
    it('tell what it could be, and why', async () => {
      const [id] = await buildReports(town.context, {
        category: 'overig/overig',
        texts: ['Er lopen ratten door de tuin'],
        createdAt: NOW,
        state: 'm',
      })
      const { status, body } = await get(`/signals/${id}/suggestion`, READER)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        in_use: { kind: 'shipped', version: null },
        is_sure: true,
        threshold: 0.41,
      })
      expect(body.ranked[0]).toMatchObject({
        category: { sub_slug: 'ratten', main_slug: 'overlast-van-dieren', departments: 'STW' },
        category_url:
          'http://localhost/signals/v1/public/terms/categories/overlast-van-dieren/sub_categories/ratten',
        is_current: false,
      })
      expect(body.ranked.some((one: { is_current: boolean }) => one.is_current)).toBe(true)
      expect(body.words[0].word).toBe('ratten')
      expect(body.words[0].weight).toBeGreaterThan(0)
    })

    it('are only for who may see the report', async () => {
      const [id] = await buildReports(town.context, {
        category: 'overig/overig',
        texts: ['Er lopen ratten'],
        createdAt: NOW,
        state: 'm',
      })
      expect((await get(`/signals/${id}/suggestion`, OUTSIDER)).status).toBe(403)
      expect((await get('/signals/999999/suggestion')).status).toBe(404)
    })

    it('say nothing of words where a service outside was asked, and that it did not answer', async () => {
      const [id] = await buildReports(town.context, {
        category: RATS,
        texts: ['x'],
        createdAt: NOW,
        state: 'm',
      })
      const classifier = { predict: async () => ({ main: [], sub: [{ category: RATS, probability: 0.9 }] }) }
      const ask = async (context: LearningTown['context']) => {
        const api = await openStaffApi(context)
        return api.ask('GET', `/private/signals/${id}/suggestion`)
      }
      expect(await ask({ ...town.context, classifier })).toMatchObject({
        status: 200,
        body: { in_use: { kind: 'outside', version: null }, words: null, ranked: [{ is_current: true }] },
      })
      const unreachable = createOutsideClassifier({ url: 'http://127.0.0.1:9' })
      expect(await ask({ ...town.context, classifier: unreachable })).toMatchObject({ status: 504 })
    })
  })

  describe('of categories of one meaning', () => {
    const [BIN, OLD_BIN] = ['schoon/prullenbak-vol', 'afval/prullenbak-is-vol']
    const classifier = {
      predict: async () => ({
        main: [{ category: 'overlast-van-dieren', probability: 0.4 }],
        sub: [
          { category: RATS, probability: 0.38 },
          { category: OLD_BIN, probability: 0.32 },
          { category: BIN, probability: 0.3 },
        ],
      }),
    }

    it('are one, as likely as they are together, and the one that the report has is no other', async () => {
      const [id] = await buildReports(town.context, {
        category: BIN,
        texts: ['bak vol'],
        createdAt: NOW,
        state: 'm',
      })
      const api = await openStaffApi({ ...town.context, classifier })
      const { body } = await api.ask('GET', `/private/signals/${id}/suggestion`)
      expect(body.is_sure).toBe(true)
      expect(body.ranked[0]).toMatchObject({ category: { sub_slug: 'prullenbak-vol' }, is_current: true })
      expect(body.ranked[0].probability).toBeCloseTo(0.62)
    })
  })

  describe('by models of the town', () => {
    it('can be put in use, put back and seen through', async () => {
      expect((await get('/classification/models')).body).toEqual({
        in_use: { kind: 'shipped', version: null },
        training: { is_running: false, last_run: null },
        versions: [],
      })
      await reportSwans()
      const { version } = await trainModel(town.context, 'beheerder@waterveste.example')
      const { body } = await get('/classification/models')
      expect(body.in_use).toEqual({ kind: 'own', version })
      expect(body.versions).toEqual([
        {
          id: version,
          trained_at: '2026-11-24T11:00:00+01:00',
          trained_by: 'beheerder@waterveste.example',
          bytes: expect.any(Number),
          is_active: true,
          is_usable: true,
          activated_at: '2026-11-24T11:00:00+01:00',
          activated_by: 'beheerder@waterveste.example',
          learnt: 160,
          corrected: 200,
          judged: 40,
          outcome: 'better',
          former: { main: { top1: expect.any(Number), top3: expect.any(Number) }, sub: { top1: 0, top3: 0 } },
          own: { main: { top1: 1, top3: 1 }, sub: { top1: 1, top3: 1 } },
          gained: 40,
          lost: 0,
        },
      ])
      const post = (path: string) => town.api.ask('POST', `/private/classification/models/${path}/activate`)
      expect(await post('shipped')).toMatchObject({ status: 200, body: { in_use: { kind: 'shipped' } } })
      expect(await post(String(version))).toMatchObject({
        status: 200,
        body: { in_use: { kind: 'own', version } },
      })
      expect((await post('999999')).status).toBe(404)
      expect((await post('iets')).status).toBe(404)
    })
  })

  describe('are reported on', () => {
    it('with what goes wrong most, and what another threshold would do', async () => {
      await buildReports(town.context, {
        category: RATS,
        texts: Array.from({ length: 6 }, () => 'Er lopen ratten in de straat'),
        createdAt: NOW,
      })
      await buildReports(town.context, {
        category: 'wonen/leegstand',
        texts: ['Er lopen ratten in de straat', 'Er zijn ratten in de tuin'],
        createdAt: NOW,
        corrected: true,
      })
      expect((await get('/classification/report')).body).toMatchObject({
        made_at: null,
        is_being_made: false,
        judged: null,
        corrections: [],
      })
      await runTask(town.context, 'judge-suggestions')
      // What is kept is answered, whatever there was to judge would say by now.
      const noJudging = async () => {
        throw new Error('A request does not judge.')
      }
      const { modelTrainer } = town.context
      const api = await openStaffApi({ ...town.context, modelTrainer: { ...modelTrainer, judge: noJudging } })
      const { body } = await api.ask('GET', '/private/classification/report')
      expect(body).toMatchObject({
        in_use: { kind: 'shipped' },
        made_at: '2026-11-24T11:00:00+01:00',
        made_of: { kind: 'shipped', version: null },
        is_being_made: false,
        last_failed: false,
        settings: { threshold: 0.41, fallback: 'overig/overig', learning: true },
        judged: { reports: 8, sub: { top1: 0.75 } },
        corrections: [{ month: '2026-11', reports: 8, corrected: 2 }],
      })
      expect(body.judged.categories).toMatchObject([
        { category: { sub_slug: 'leegstand' }, reports: 2, right: 0 },
        { category: { sub_slug: 'ratten' }, reports: 6, right: 6 },
      ])
      expect(body.judged.confusions).toMatchObject([
        {
          expected: { sub_slug: 'leegstand' },
          suggested: { sub_slug: 'ratten' },
          reports: 2,
          between_departments: true,
          cost: 6,
        },
      ])
      const thresholds = body.judged.thresholds.map(({ threshold }: { threshold: number }) => threshold)
      expect(thresholds).toEqual([0.1, 0.2, 0.3, 0.4, 0.41, 0.5, 0.6, 0.7, 0.8, 0.9])
      expect(body.judged.thresholds[0].suggested).toBe(1)
    }, 60_000)

    it('by what the model in use has not learnt from', async () => {
      await reportSwans()
      const { version } = await trainModel(town.context, null)
      expect(town.jobs.map(({ data }) => data)).toContainEqual({ task: 'judge-suggestions' })
      await runTask(town.context, 'judge-suggestions')
      const { body } = await get('/classification/report')
      expect(body).toMatchObject({ made_of: { kind: 'own', version }, judged: { reports: 40 } })
    }, 60_000)

    it('not where a service outside is asked', async () => {
      const classifier = { predict: async () => ({ main: [], sub: [] }) }
      const context = { ...town.context, classifier }
      await runTask(context, 'judge-suggestions')
      const { body } = await (await openStaffApi(context)).ask('GET', '/private/classification/report')
      expect(body).toMatchObject({ in_use: { kind: 'outside' }, judged: null })
    })
  })

  describe('follow the settings of the municipality', () => {
    const change = (body: object) => town.api.ask('PATCH', '/private/classification/settings', { body })

    it('that are changed here, and kept with what they were', async () => {
      const answer = await change({ threshold: 0.9, fallback: 'wonen/leegstand', learning: false })
      const saved = { threshold: 0.9, fallback: 'wonen/leegstand', learning: false }
      expect(answer).toMatchObject({ status: 200, body: saved })
      expect(await loadSettings(database.municipality)).toMatchObject({
        predictionThreshold: 0.9,
        predictionFallback: 'wonen/leegstand',
        predictionLearning: false,
      })
      const log = await town.context.db.kysely.selectFrom('audit_log').selectAll().orderBy('id').execute()
      expect(log).toHaveLength(3)
      expect(log[0]).toMatchObject({
        action: 'setting.saved',
        object_id: 'predictionThreshold',
        detail: { before: null, after: 0.9 },
      })
    })

    it.each([
      [{ threshold: 1.1 }, 'threshold'],
      [{ fallback: 'nergens/niets' }, 'fallback'],
      [{ fallback: 'overlast-van-dieren/duiven' }, 'fallback'],
    ])('and are refused when they cannot be: %j', async (body, field) => {
      expect(await change(body)).toMatchObject({ status: 400, body: { [field]: expect.anything() } })
      expect(await town.context.db.kysely.selectFrom('setting').selectAll().execute()).toEqual([])
    })

    it('in what is not sure enough', async () => {
      const slug = (answer: Awaited<ReturnType<typeof predict>>) =>
        answer.json().subrubriek[0][0].split('/').at(-1)
      expect(slug(await predict('Er lopen ratten in de straat'))).toBe('ratten')
      const strict = { predictionThreshold: 1, predictionFallback: 'wonen/leegstand' }
      const unsure = async (settings: object) => {
        const app = await openTestApi({
          ...town.context,
          settings: { ...town.context.settings, ...settings },
        })
        return app.inject({
          method: 'POST',
          url: '/signals/category/prediction',
          payload: { text: 'Er lopen ratten in de straat' },
        })
      }
      expect(slug(await unsure(strict))).toBe('leegstand')
      // The category that was chosen for this is no longer in use.
      expect(slug(await unsure({ ...strict, predictionFallback: 'overlast-van-dieren/duiven' }))).toBe(
        'overig',
      )
    })
  })

  describe('of any text', () => {
    it.each([[''], ['   '], [undefined], [null], [12]])(
      'are refused when there is none: %j',
      async (text) => {
        expect((await predict(text)).statusCode).toBe(400)
      },
    )

    it.each([
      ['one letter three thousand times', 'a'.repeat(3000)],
      ['more than a report can hold', 'vuilnis '.repeat(20_000)],
      ['emoji', '🐀🐀🐀 👍🏽'],
      ['another alphabet', 'Крысы на улице, помогите пожалуйста'],
      ['from right to left', 'فئران في الشارع'],
      ['marks without letters', '?!…—«»'],
      ['half a character', '\ud83d'],
    ])('are valid and not sure: %s', async (_, text) => {
      const answer = await predict(text)
      expect(answer.statusCode).toBe(200)
      const { hoofdrubriek, subrubriek } = answer.json()
      expect(hoofdrubriek[0][0]).toMatch(/\/terms\/categories\/[\w-]+$/)
      expect(subrubriek[0][0]).toMatch(/\/sub_categories\/[\w-]+$/)
      expect(subrubriek[1][0]).toBeGreaterThanOrEqual(0)
      expect(subrubriek[1][0]).toBeLessThanOrEqual(1)
    })

    it('never are a category that is not in use', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), async (noise) => {
          const answer = await predict(`duiven ${noise}`)
          expect(answer.statusCode).toBe(200)
          expect(answer.json().subrubriek[0][0]).not.toContain('duiven')
        }),
        { numRuns: 60 },
      )
    })
  })
})
