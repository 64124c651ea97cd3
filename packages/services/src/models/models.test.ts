import { inflateSync } from 'node:zlib'
import { describeEachDatabase, rewriteHistory, SUPERUSER } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { runTask } from '../background/run-task.ts'
import { suggestCategory } from '../prediction/predict-category.ts'
import { activateModel } from './activate-model.ts'
import { collectHandledReports } from './collect-handled-reports.ts'
import { countCorrections } from './count-corrections.ts'
import { listModelVersions } from './model-versions.ts'
import { findOwnModel } from './own-model.ts'
import { buildReports, findCategoryId, type LearningTown, openLearningTown } from './test-learning-town.ts'
import { trainModel } from './train-model.ts'

const SWANS = 'overlast-van-dieren/zwanen'
const OLD = new Date('2026-06-01T08:00:00Z')
const RECENT = new Date('2026-10-01T08:00:00Z')

const swanTexts = (count: number) =>
  Array.from({ length: count }, (_, index) => `De zonnewervel van de zwanen bij brug ${index} is weg`)

describeEachDatabase('models of a municipality', (database) => {
  let town: LearningTown

  beforeEach(async () => {
    town = await openLearningTown(database)
  })

  const suggest = async (text: string) => (await suggestCategory(town.context, text)).sub.category

  /** Enough to learn from, and enough newer ones to be judged on. */
  const reportSwans = (count = 200) =>
    buildReports(town.context, { category: SWANS, texts: swanTexts(count), createdAt: OLD, corrected: true })

  describe('learning', () => {
    it('puts a model in use that is better, from the next text on', async () => {
      const text = 'De zonnewervel van de zwanen is weg'
      expect(await suggest(text)).not.toBe(SWANS)
      await reportSwans()
      const outcome = await trainModel(town.context, 'beheerder@waterveste.example')
      expect(outcome).toMatchObject({ reports: 200, corrected: 200, isActive: true })
      expect(await suggest(text)).toBe(SWANS)
      expect(await listModelVersions(town.context)).toMatchObject([
        {
          id: outcome.version,
          trainedAt: town.clock.now(),
          trainedBy: 'beheerder@waterveste.example',
          isActive: true,
          isUsable: true,
          figures: { learnt: 160, heldBack: 40, corrected: 200, comparison: { isBetter: true, gained: 40 } },
        },
      ])
    })

    it('keeps a model that is not better, without using it', async () => {
      await buildReports(town.context, {
        category: 'overlast-van-dieren/ratten',
        texts: Array.from({ length: 200 }, () => 'Er lopen ratten in de straat'),
        createdAt: OLD,
      })
      expect(await trainModel(town.context, null)).toMatchObject({
        isActive: false,
        comparison: { reason: 'not-better' },
      })
      expect(await findOwnModel(town.context.db)).toBeUndefined()
      expect(await listModelVersions(town.context)).toHaveLength(1)
    })

    it('does not judge by a handful of reports', async () => {
      await reportSwans(20)
      expect(await trainModel(town.context, null)).toMatchObject({
        isActive: false,
        comparison: { reason: 'too-few-reports' },
      })
    })

    it('leaves a model in use that somebody chose meanwhile', async () => {
      await reportSwans()
      const first = await trainModel(town.context, null)
      await activateModel(town.context, SUPERUSER, 'shipped')
      const busy = {
        ...town.context,
        modelTrainer: {
          ...town.context.modelTrainer,
          train: async (training: Parameters<typeof town.context.modelTrainer.train>[0]) => {
            const trained = await town.context.modelTrainer.train(training)
            await activateModel(town.context, SUPERUSER, first.version)
            return trained
          },
        },
      }
      const second = await trainModel(busy, null)
      expect(second).toMatchObject({ isActive: false, comparison: { isBetter: true } })
      const versions = await listModelVersions(town.context)
      expect(versions.find(({ isActive }) => isActive)?.id).toBe(first.version)
    })

    it('forgets nothing that there is a way back to', async () => {
      await reportSwans()
      const first = await trainModel(town.context, null)
      await activateModel(town.context, SUPERUSER, 'shipped')
      for (let round = 0; round < 6; round++) {
        town.clock.advance({ days: 7 })
        const { version } = await trainModel(town.context, null)
        await activateModel(town.context, SUPERUSER, 'shipped')
        // Only the first was ever in use by choice; the others never were.
        await town.context.db.kysely
          .updateTable('classification_model')
          .set({ activated_at: null })
          .where('id', '=', version)
          .execute()
      }
      const kept = await listModelVersions(town.context)
      expect(kept).toHaveLength(6)
      expect(kept.at(-1)?.id).toBe(first.version)
    }, 60_000)
  })

  describe('going back', () => {
    it('is one step, to the model of the product or to another version', async () => {
      await reportSwans()
      const { version } = await trainModel(town.context, null)
      const text = 'De zonnewervel van de zwanen is weg'
      await activateModel(town.context, SUPERUSER, 'shipped')
      expect(await suggest(text)).not.toBe(SWANS)
      await activateModel(town.context, SUPERUSER, version)
      expect(await suggest(text)).toBe(SWANS)
      expect(await listModelVersions(town.context)).toMatchObject([
        { isActive: true, activatedBy: SUPERUSER.email },
      ])
      const log = await town.context.db.kysely.selectFrom('audit_log').selectAll().orderBy('id').execute()
      expect(log.map(({ action, object_id }) => [action, object_id])).toEqual([
        ['classification_model.activated', 'shipped'],
        ['classification_model.activated', String(version)],
      ])
    })

    it('is refused to what is not there or cannot be read, and changes nothing then', async () => {
      await reportSwans()
      const { version } = await trainModel(town.context, null)
      await expect(activateModel(town.context, SUPERUSER, 99_999)).rejects.toMatchObject({ status: 404 })
      await town.context.db.kysely.updateTable('classification_model').set({ format: 0 }).execute()
      await expect(activateModel(town.context, SUPERUSER, version)).rejects.toMatchObject({ status: 409 })
      expect(await listModelVersions(town.context)).toMatchObject([{ isActive: true, isUsable: false }])
      // Until there is a new one, the model of the product helps out.
      expect(await suggest('Er lopen ratten in de straat')).toBe('overlast-van-dieren/ratten')
    })
  })

  describe('personal data', () => {
    const SECRETS = [
      'Zwartendijk',
      'Quirinus',
      '0687654321',
      '06-87654321',
      'Kwikstaartlaan',
      '9876 XY',
      '123456782',
    ]

    it('of reports is neither in the model nor in anything that is told of it', async () => {
      await buildReports(town.context, {
        category: SWANS,
        createdAt: OLD,
        corrected: true,
        texts: Array.from(
          { length: 200 },
          () =>
            'De zwanen zijn weg, zegt Quirinus Zwartendijk van Kwikstaartlaan 317, 9876 XY Verzonnenstad. ' +
            'Bel 06-87654321 of mail quirinus.zwartendijk@voorbeeld.example, BSN 123456782.',
        ),
      })
      await trainModel(town.context, null)
      const bytes = Buffer.from((await (await findOwnModel(town.context.db))?.readBytes()) ?? [])
      const inside = inflateSync(bytes.subarray(8)).toString('latin1')
      const told = await Promise.all(
        ['/private/classification/models', '/private/classification/report'].map((path) =>
          town.api.ask('GET', path),
        ),
      )
      expect(told.map(({ status }) => status)).toEqual([200, 200])
      for (const secret of SECRETS) {
        for (const place of [inside, JSON.stringify(told), JSON.stringify(town.logs)]) {
          expect(place.toLowerCase()).not.toContain(secret.toLowerCase())
        }
      }
    }, 60_000)
  })

  describe('what is learnt from', () => {
    it('is every handled report of a category in use, newest first, in pieces', async () => {
      await buildReports(town.context, { category: SWANS, texts: swanTexts(2100), createdAt: OLD })
      expect(await collectHandledReports(town.context, { newest: 1500 })).toHaveLength(1500)
      await buildReports(town.context, { category: SWANS, texts: ['open'], createdAt: RECENT, state: 'b' })
      await buildReports(town.context, {
        category: 'overlast-van-dieren/duiven',
        texts: ['niet meer in gebruik'],
        createdAt: RECENT,
      })
      const all = await collectHandledReports(town.context, { newest: 10_000 })
      expect(all).toHaveLength(2100)
      expect(all[0]).toEqual({
        text: swanTexts(2100).at(-1),
        category: SWANS,
        corrected: false,
        createdAt: new Date(OLD.getTime() + 2099 * 3_600_000),
      })
      expect(new Set(all.map(({ text }) => text)).size).toBe(2100)
      const later = new Date(OLD.getTime() + 2089 * 3_600_000)
      expect(await collectHandledReports(town.context, { newest: 100, madeAfter: later })).toHaveLength(10)
    }, 60_000)

    it('goes further back for corrections by people', async () => {
      await buildReports(town.context, { category: SWANS, texts: ['oud'], createdAt: OLD })
      const [corrected] = await buildReports(town.context, {
        category: SWANS,
        texts: ['oud en verbeterd'],
        createdAt: OLD,
        corrected: true,
      })
      await buildReports(town.context, { category: SWANS, texts: ['nieuw'], createdAt: RECENT })
      const collected = await collectHandledReports(town.context, { newest: 1, older: 10 })
      expect(collected.map(({ text, corrected: isCorrected }) => [text, isCorrected])).toEqual([
        ['nieuw', false],
        ['oud en verbeterd', true],
      ])
      // What the system did is no correction.
      await rewriteHistory(town.context, { signalId: corrected ?? 0, created_by: null })
      expect(await collectHandledReports(town.context, { newest: 1, older: 10 })).toHaveLength(1)
    })

    it('is counted by month on the clock of the municipality', async () => {
      const lateInOctober = new Date('2026-10-31T22:30:00Z')
      const november = new Date('2026-10-31T23:30:00Z')
      await buildReports(town.context, { category: SWANS, texts: ['a', 'b'], createdAt: RECENT, state: 'm' })
      await buildReports(town.context, {
        category: SWANS,
        texts: ['c'],
        createdAt: lateInOctober,
        corrected: true,
      })
      await buildReports(town.context, {
        category: SWANS,
        texts: ['d'],
        createdAt: november,
        corrected: true,
      })
      await buildReports(town.context, {
        category: SWANS,
        texts: ['long ago'],
        createdAt: new Date('2025-11-30T22:00:00Z'),
        corrected: true,
      })
      expect(await countCorrections(town.context)).toEqual([
        { month: '2026-10', reports: 3, corrected: 1 },
        { month: '2026-11', reports: 1, corrected: 1 },
      ])
    })
  })

  describe('by the clock', () => {
    const run = (asked = {}) => runTask(town.context, 'train-classification', asked)

    it('waits for enough reports, and then for new ones', async () => {
      await reportSwans(100)
      expect(await run()).toEqual({ trained: 0 })
      const [id] = await reportSwans(100)
      await town.context.db.kysely
        .insertInto('signal_history')
        .values({
          signal_id: id ?? 0,
          kind: 'status',
          created_at: RECENT,
          created_by: null,
          text: null,
          data: JSON.stringify({ state: 'o' }),
        })
        .execute()
      expect(await run()).toMatchObject({ trained: 1, reports: 200, switchedOn: 1 })
      town.clock.advance({ days: 7 })
      expect(await run()).toEqual({ trained: 0 })
      expect(await listModelVersions(town.context)).toMatchObject([{ trainedBy: null }])
    })

    it('does nothing where the municipality does not want it', async () => {
      town = await openLearningTown(database, { predictionLearning: false })
      await reportSwans()
      expect(await run()).toEqual({ trained: 0 })
    })

    it('learns in any case when someone asks for it', async () => {
      town = await openLearningTown(database, { predictionLearning: false })
      await reportSwans(20)
      const asked = await town.api.ask('POST', '/private/classification/train')
      expect(asked).toMatchObject({ status: 202, body: { name: 'train-classification' } })
      expect(town.jobs).toMatchObject([
        { name: 'task.run', data: { task: 'train-classification' }, key: 'task/train-classification' },
      ])
      const { userId } = (town.jobs[0]?.data ?? {}) as { userId?: number }
      expect(await run({ userId })).toMatchObject({ trained: 1, reports: 20, switchedOn: 0 })
      expect(await listModelVersions(town.context)).toMatchObject([
        { trainedBy: 'beheerder@waterveste.example' },
      ])
    })
  })

  it('do not answer categories that are gone', async () => {
    await reportSwans()
    await trainModel(town.context, null)
    await town.context.db.kysely
      .updateTable('category')
      .set({ is_active: false })
      .where('id', '=', await findCategoryId(town.context, SWANS))
      .execute()
    expect(await suggest('wie heeft de zonnewervel van de zwanen gezien')).not.toBe(SWANS)
  })
})
