import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { HttpClient } from '../../test/lib/http-client.ts'
import { alignColumns } from './figures.ts'
import { round } from './measure.ts'
import type { Target } from './open-target.ts'
import { createReport, listRequests } from './requests.ts'
import { type SteadyFigures, type SteadyRequest, steadyLoad } from './steady-load.ts'

export interface Place {
  readonly target: Target
  readonly client: HttpClient
  readonly reports: number
  say(sentence: string): void
}

interface Scene {
  readonly name: string
  /** Beside what others ask, which stays the same in all scenes. */
  readonly rush: readonly SteadyRequest[]
  readonly seconds?: number
  before?(): Promise<void>
}

interface Outcome {
  readonly scene: string
  readonly figures: readonly SteadyFigures[]
}

/** Where the rush is for, and who sends a thousand. */
const RUSH_CATEGORY = 'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting'
const BUSY_REPORTER = 'drukke.melder@inwoner.example'
const BUSY_ADDRESS = '198.51.100.200'
const USUAL = 'as usual'
const THOUSAND = 1000
const MINUTE = 60
const OTHERS_CREATE = 5
/** What the issue asks: others within twice the p95 that they had. */
const MOST_TIMES = 2

/** What others wait, as usual and while there is a rush for one thing. */
export async function measureSkew(place: Place, { seconds, unit }: { seconds: number; unit: number }) {
  const others = await listOthers(place)
  // The first answers of a process are slow, and are nobody's measure.
  await steadyLoad(others, Math.min(10, seconds))
  const outcomes: Outcome[] = []
  for (const scene of listScenes(place)) {
    place.say(`  ${scene.name}`)
    await scene.before?.()
    const figures = await steadyLoad([...others, ...scene.rush], scene.seconds ?? seconds)
    outcomes.push({ scene: scene.name, figures: figures.slice(0, others.length) })
    await delay(2000)
  }
  const compared = compare(outcomes)
  return {
    isWithin: compared.every(({ times, failed }) => times <= MOST_TIMES && failed === 0),
    table: tableOf(compared),
    figures: {
      seconds,
      mostTimes: MOST_TIMES,
      others: compared.map(({ p50, p95, p99, ...rest }) => ({
        ...rest,
        p50: round(p50 / unit),
        p95: round(p95 / unit),
        p99: round(p99 / unit),
      })),
    },
  }
}

async function listOthers({ target, client, reports }: Place): Promise<SteadyRequest[]> {
  const tokens = {
    everything: await target.issuer.tokenFor('beheerder@waterveste.example'),
    department: await target.issuer.tokenFor('behandelaar.afval@waterveste.example'),
  }
  const names = [
    'list of the 50 newest',
    'list of the 50 newest, of a department',
    'list by category',
    'list by status',
    'detail',
  ]
  const read = listRequests({ client, tokens, reports })
    .filter(({ name }) => names.includes(name))
    .map((request) => ({ ...request, perSecond: OTHERS_CREATE }))
  const create = { name: 'create', run: createReport(client, { notIn: RUSH_CATEGORY }) }
  return [...read, { ...create, perSecond: OTHERS_CREATE }]
}

function listScenes({ target, client }: Place): Scene[] {
  const { databaseUrl } = target
  const rush = (name: string, perSecond: number, email?: string): SteadyRequest => ({
    name,
    perSecond,
    run: createReport(client, {
      category: RUSH_CATEGORY,
      ...(email === undefined ? {} : { email, address: BUSY_ADDRESS }),
    }),
  })
  const asUsual: Scene = { name: USUAL, rush: [] }
  const scenes: Scene[] = [
    asUsual,
    { name: 'half of what comes in is of one category', rush: [rush('rush', OTHERS_CREATE)] },
    asUsual,
    {
      name: 'one reporter sends a thousand in a minute',
      rush: [rush('thousand', THOUSAND / MINUTE, BUSY_REPORTER)],
      seconds: MINUTE,
    },
    asUsual,
  ]
  const stored = {
    name: 'half of what is kept is of one category, since a moment ago',
    rush: [rush('rush', OTHERS_CREATE)],
  }
  return databaseUrl ? [...scenes, { ...stored, before: () => giveHalfTo(databaseUrl) }] : scenes
}

/** As merging categories does, in pieces. */
async function giveHalfTo(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const slug = RUSH_CATEGORY.split('/')[1]
    for (let from = 0, found = 1; found > 0; from += 10_000) {
      const { rowCount } = await client.query(
        `update municipality_default.signal set category_id =
           (select id from municipality_default.category where slug = $1 and parent_id is not null)
         where id > $2 and id <= $2 + 10000 and id % 2 = 0`,
        [slug, from],
      )
      found = rowCount ?? 0
    }
  } finally {
    await client.end()
  }
}

interface Compared extends SteadyFigures {
  readonly scene: string
  /** The p95 against that of the same request as usual. */
  readonly times: number
}

/** Against as usual just before and just after, since a machine with other work is not the same all the time. */
function compare(outcomes: readonly Outcome[]): Compared[] {
  return outcomes.flatMap(({ scene, figures }, place) => {
    const around = [outcomes[place - 1], outcomes[place + 1]].filter((one) => one?.scene === USUAL)
    return figures.map((one, row) => {
      const usual = around.map((outcome) => outcome?.figures[row]?.p95 ?? Number.NaN)
      return { ...one, scene, times: scene === USUAL ? 1 : round(one.p95 / Math.max(...usual)) }
    })
  })
}

function tableOf(compared: readonly Compared[]): string {
  const rows = compared.map(({ scene, name, p50, p95, p99, times, failed, requests }) => [
    scene,
    name,
    ...[p50, p95, p99].map(String),
    `${times}×`,
    failed === 0 ? `${requests}` : `${requests}, ${failed} failed`,
    times <= MOST_TIMES && failed === 0 ? '' : 'TOO MUCH',
  ])
  return alignColumns(['scene', 'others', 'p50', 'p95', 'p99', 'p95 then', 'requests', ''], rows)
}
