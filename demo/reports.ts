import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Questions } from './reports/answers.ts'
import { answerQuestions, loadQuestions } from './reports/answers.ts'
import { ANIMALS, GREEN } from './reports/green.ts'
import { BUSINESSES, GROUPS, STREET_NUISANCE } from './reports/people.ts'
import type { TownData } from './reports/random-place.ts'
import { loadTown, pickPlace } from './reports/random-place.ts'
import { pickSender } from './reports/reporters.ts'
import { ROADS } from './reports/roads.ts'
import { SPLIT_REPORTS, splitSteps } from './reports/split-reports.ts'
import type { Story } from './reports/stories.ts'
import { STORIES } from './reports/stories.ts'
import { createTimeline } from './reports/timeline.ts'
import type { Replies, Theme, Voice } from './reports/voices.ts'
import { CLEAN, WASTE } from './reports/waste.ts'
import { BOATS, HOUSING, OTHER, STRUCTURES } from './reports/water.ts'
import type { DemoReport, DemoStep } from './types.ts'

/** Everything that may be reported, before anyone is told where and when. */
export const THEMES: Theme[] = [
  WASTE,
  CLEAN,
  ROADS,
  GREEN,
  ANIMALS,
  STREET_NUISANCE,
  GROUPS,
  BUSINESSES,
  BOATS,
  STRUCTURES,
  HOUSING,
  OTHER,
]
const DAY = 86_400_000
const HOUR = 3_600_000
const COORDINATOR = 'regisseur@waterveste.example'
/** One in so many reports came in under "other" and was moved by the front desk. */
const MOVED_ONE_IN = 22

type Draft = Omit<DemoReport, 'key'>
type Surroundings = { now: Date; town: TownData; questions: Questions; random: Random }

/** Some two hundred reports of the last sixty days, oldest first: always the same for the same seed and moment. */
export function makeDemoReports({ seed, now }: { seed: number; now: Date }): DemoReport[] {
  const random = createRandom(seed)
  const surroundings: Surroundings = { now, random, town: loadTown(), questions: loadQuestions() }
  const told = shuffle(
    THEMES.flatMap((theme) => theme.voices.map((voice) => ({ theme, voice }))),
    random,
  )
  const stories = tellEach(told)
  const drafts = [
    ...stories.map((entry, index) => makeReport(entry, index, surroundings)),
    ...SPLIT_REPORTS.map((split) => makeSplitReport(split, surroundings)),
  ]
  return drafts
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((draft, index) => ({ key: `demo-${String(index + 1).padStart(3, '0')}`, ...draft }))
}

type Told = { theme: Theme; voice: Voice; story: Story }

/** Hands out the courses in their numbers; what an employee wrote has no reporter to ask or to thank. */
function tellEach(entries: { theme: Theme; voice: Voice }[]): Told[] {
  const left = STORIES.map((story) => ({ story, count: story.count }))
  return entries.map(({ theme, voice }) => {
    const next = left.find(({ story, count }) => count > 0 && !(story.needsEmail && voice.isStaff))
    if (next === undefined) throw new Error('The last course has no end.')
    next.count -= 1
    return { theme, voice, story: next.story }
  })
}

function makeReport(
  { theme, voice, story }: Told,
  index: number,
  { now, town, questions, random }: Surroundings,
): Draft {
  const sender = pickSender(voice, theme.handler, story.needsEmail ?? false, random)
  const createdAt = pickMoment({ days: story.days, isByStaff: sender.createdBy !== null }, now, random)
  const { place, object } = pickPlace(voice, town, random)
  const category = { main: theme.main, sub: voice.sub }
  const answers =
    object === undefined ? (voice.answers ?? {}) : { ...voice.answers, [object.key]: [object.answer] }
  const incidentStart = voice.atNight ? lastEvening(createdAt, random) : createdAt
  const form = answerQuestions(questions(theme.main, voice.sub), category, { answers, incidentStart })
  const isMoved = index % MOVED_ONE_IN === 7 && theme.main !== 'overig'
  const timeline = createTimeline(createdAt, now)
  if (isMoved)
    timeline.staff(0.3, 'klantcontact@waterveste.example', {
      kind: 'category',
      ...category,
      text: 'Hoort bij een andere afdeling.',
    })
  const isHigh = voice.isUrgent === true
  if (isHigh && sender.createdBy === null)
    timeline.staff(0.3, COORDINATOR, { kind: 'priority', priority: 'high' })
  story.tell({
    timeline,
    replies: repliesFor(theme, voice),
    handler: theme.handler,
    hasEmail: sender.reporter.email !== null,
    random,
  })
  return {
    text: fillIn(voice.text, place),
    ...(isMoved ? { main: 'overig', sub: 'overig' } : category),
    ...sender,
    place,
    extraProperties: isMoved ? [] : form.extraProperties,
    priority: isHigh && sender.createdBy !== null ? 'high' : 'normal',
    createdAt,
    incidentStart: form.incidentStart,
    photos: voice.photo === undefined ? [] : [voice.photo],
    steps: timeline.steps,
  }
}

function makeSplitReport(split: (typeof SPLIT_REPORTS)[number], { now, town, random }: Surroundings): Draft {
  const createdAt = new Date(now.getTime() - split.days * DAY - random.between(0, 6) * HOUR)
  const { place } = pickPlace({ sub: 'overig', text: split.text, street: split.street }, town, random)
  const reporter = { email: `buurtgroep${split.days}@inwoner.example`, phone: null, sharingAllowed: true }
  return {
    text: fillIn(split.text, place),
    main: 'overig',
    sub: 'overig',
    source: 'online',
    createdBy: null,
    place,
    reporter,
    extraProperties: [],
    priority: 'normal',
    createdAt,
    incidentStart: createdAt,
    photos: [],
    steps: splitSteps(split).map(beforeNow(createdAt, now)),
  }
}

function beforeNow(createdAt: Date, now: Date): (step: DemoStep) => DemoStep {
  const longest = (now.getTime() - createdAt.getTime()) / HOUR - 0.1
  return (step) => ({ ...step, afterHours: Math.min(step.afterHours, longest) })
}

function repliesFor({ replies, repliesBySub = {} }: Theme, { sub, done }: Voice): Replies {
  return { ...replies, ...repliesBySub[sub], ...(done === undefined ? {} : { done: [done] }) }
}

/** Most residents report by day; a few lie awake. Employees write reports down in office hours. */
function pickMoment(
  { days: [least, most], isByStaff }: { days: Story['days']; isByStaff: boolean },
  now: Date,
  random: Random,
): Date {
  const moment = new Date(now.getTime() - random.between(least, most) * DAY)
  if (isByStaff || (most > 3 && random.chance(0.9)))
    moment.setUTCHours(isByStaff ? random.whole(7, 14) : random.whole(6, 21))
  while (isByStaff && [0, 6].includes(moment.getUTCDay())) moment.setUTCDate(moment.getUTCDate() - 1)
  return moment < now ? moment : new Date(now.getTime() - random.between(0.2, 3) * HOUR)
}

function lastEvening(createdAt: Date, random: Random): Date {
  const evening = new Date(createdAt)
  evening.setUTCHours(random.whole(19, 23), random.whole(0, 59), 0, 0)
  if (evening > createdAt) evening.setUTCDate(evening.getUTCDate() - 1)
  return evening
}

function fillIn(text: string, { address }: DemoReport['place']): string {
  return text
    .replaceAll('{straat}', address?.openbare_ruimte ?? 'buurt')
    .replaceAll('{nr}', address?.huisnummer ?? '1')
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, draw: random.next() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ item }) => item)
}
