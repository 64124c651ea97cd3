import { randomUUID } from 'node:crypto'
import {
  compareOnRecent,
  encodeModel,
  loadModel,
  readShippedModelBytes,
  readShippedTexts,
  splitRecent,
  trainForMunicipality,
} from '@signalen/classification'
import { createBuiltInClassifier } from '@signalen/integrations'
import {
  createTestContext,
  type DatabaseContext,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ModelTrainer, ModelTraining } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'

export const READER = 'kijker@waterveste.example'
export const OUTSIDER = 'elders@waterveste.example'

const sub = (slug: string, name: string, others: object = {}) => ({
  slug,
  name,
  departments: [{ code: 'STW', isResponsible: true, canView: true }],
  ...others,
})

/** Categories that the shipped texts know, one of the town's own and one that is no longer in use. */
const TOWN = {
  departments: [
    { code: 'STW', name: 'Stadswerken' },
    { code: 'VTH', name: 'Handhaving' },
  ],
  users: [
    { email: READER, departments: ['STW'], permissions: ['sia_read'] },
    { email: OUTSIDER, departments: ['VTH'], permissions: ['sia_read'] },
  ],
  categories: [
    { slug: 'overig', name: 'Overig', children: [sub('overig', 'Overig')] },
    {
      slug: 'overlast-van-dieren',
      name: 'Overlast van dieren',
      children: [
        sub('ratten', 'Ratten'),
        sub('wespen', 'Wespen'),
        sub('duiven', 'Duiven', { isActive: false }),
        sub('zwanen', 'Zwanen', { description: 'Zwanen in de vijver' }),
      ],
    },
    { slug: 'schoon', name: 'Schoon', children: [sub('prullenbak-vol', 'Prullenbak vol')] },
    {
      slug: 'wonen',
      name: 'Wonen',
      children: [
        sub('leegstand', 'Leegstand', {
          departments: [{ code: 'VTH', isResponsible: true, canView: true }],
        }),
      ],
    },
  ],
}

const KNOWN = [
  'overig/overig',
  'overlast-van-dieren/ratten',
  'overlast-van-dieren/wespen',
  'schoon/prullenbak-vol',
]

export interface LearningTown extends TestContext {
  readonly api: StaffApi
}

/** A town with the built-in classifier, and a trainer that takes a moment because it starts from few texts. */
export async function openLearningTown(
  database: DatabaseContext,
  settings: Partial<Settings> = {},
): Promise<LearningTown> {
  await database.reset()
  const test = createTestContext(database.municipality, { settings })
  await loadConfiguration(test.context, TOWN)
  const context: Context = {
    ...test.context,
    classifier: createBuiltInClassifier(),
    modelTrainer: { ...test.context.modelTrainer, train: async (training) => trainQuickly(training) },
  }
  return { ...test, context, api: await openStaffApi(context) }
}

function trainQuickly({
  reports,
  categories,
  current,
  at,
}: ModelTraining): Awaited<ReturnType<ModelTrainer['train']>> {
  const { learn, heldBack } = splitRecent(reports)
  const { lexiconSource, examples } = readShippedTexts()
  const model = trainForMunicipality({
    shipped: { lexiconSource, examples: examples.filter(({ category }) => KNOWN.includes(category)) },
    reports: learn,
    categories,
    createdAt: at.toISOString(),
    fit: { rounds: 5 },
  })
  return {
    bytes: encodeModel(model),
    comparison: compareOnRecent(loadModel(current ?? readShippedModelBytes()), model, heldBack),
    learnt: learn.length,
    heldBack: heldBack.length,
    learntUntil: learn.at(-1)?.createdAt ?? null,
  }
}

export async function findCategoryId(context: Context, slug: string): Promise<number> {
  const [main = '', own = ''] = slug.split('/')
  const { id } = await context.db.kysely
    .selectFrom('category')
    .innerJoin('category as main', 'main.id', 'category.parent_id')
    .select('category.id')
    .where('main.slug', '=', main)
    .where('category.slug', '=', own)
    .executeTakeFirstOrThrow()
  return id
}

export interface ReportsToBuild {
  /** `main/sub` */
  readonly category: string
  readonly texts: readonly string[]
  readonly createdAt: Date
  readonly state?: string
  /** Staff gave it another category by hand. */
  readonly corrected?: boolean
}

const HOUR = 3_600_000

/** Reports an hour apart, newest last, each with the history that its category has. Answers their ids. */
export async function buildReports(context: Context, reports: ReportsToBuild): Promise<number[]> {
  const { texts, createdAt, state = 'o', corrected = false } = reports
  const category_id = await findCategoryId(context, reports.category)
  const moments = texts.map((_, index) => new Date(createdAt.getTime() + index * HOUR))
  const rows = await context.db.kysely
    .insertInto('signal')
    .values(
      texts.map((text, index) => {
        const at = moments[index] ?? createdAt
        return {
          uuid: randomUUID(),
          created_at: at,
          updated_at: at,
          incident_date_start: at,
          text,
          status_state: state,
          status_created_at: at,
          geometry: sql<string>`public.ST_SetSRID(public.ST_MakePoint(4.898, 52.37), 4326)`,
          category_id,
          category_assigned_at: at,
          type_created_at: at,
        }
      }),
    )
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const category = (by: string | null) =>
    ids.map((signal_id, index) => ({
      signal_id,
      kind: 'category',
      created_at: moments[index] ?? createdAt,
      created_by: by,
      text: null,
      data: JSON.stringify({ categoryId: category_id }),
    }))
  await context.db.kysely
    .insertInto('signal_history')
    .values([...category(null), ...(corrected ? category('medewerker@waterveste.example') : [])])
    .execute()
  return ids
}
