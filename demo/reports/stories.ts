import type { Random } from '../random.ts'
import type { StatusCode } from '../types.ts'
import type { Timeline } from './timeline.ts'
import type { Replies } from './voices.ts'

export type StoryContext = {
  timeline: Timeline
  replies: Replies
  handler: string
  hasEmail: boolean
  random: Random
}
export type Story = {
  /** How many of the reports take this course; `rest` of them take the last one. */
  count: number
  /** How many days ago they were made. */
  days: readonly [number, number]
  needsEmail?: true
  tell: (context: StoryContext) => void
}

const COORDINATOR = 'regisseur@waterveste.example'
const GRID_OPERATOR = 'storingen@netbeheer.example'
const GLAD = [
  'Top, binnen een dag geregeld.',
  'Heel fijn dat er ook een foto bij zat.',
  'Dank aan de mannen in de oranje hesjes.',
  '',
  '',
  'Sneller dan ik had verwacht!',
]
const ANGRY = [
  'Er is alleen een pion neergezet.',
  'Het was twee dagen goed en nu is het weer precies hetzelfde.',
  'U bent volgens mij in de verkeerde straat geweest.',
  'De helft ligt er nog.',
]
const PLEASED = [
  'Het probleem is goed opgelost',
  'Mijn melding is snel opgepakt',
  'Het is netjes achtergelaten',
  'Ik wist steeds wat er met mijn melding gebeurde',
  'De uitleg was duidelijk',
]
const UNSOLVED = [
  'Het probleem is niet opgelost',
  'Het probleem is maar voor een deel opgelost',
  'Het probleem kwam snel weer terug',
]

/** Every course that a report may take, so that each screen, list and filter has something to show. */
export const STORIES: Story[] = [
  { count: 22, days: [0.02, 2.5], tell: () => {} },
  { count: 6, days: [8, 18], tell: () => {} },
  { count: 12, days: [1, 12], tell: (story) => wait(story) },
  { count: 4, days: [20, 34], tell: (story) => wait(story) },
  { count: 16, days: [1, 10], tell: (story) => work(story) },
  { count: 15, days: [3, 28], tell: (story) => plan(story) },
  { count: 8, days: [0.6, 4], needsEmail: true, tell: (story) => ask(story) },
  { count: 6, days: [2, 9], needsEmail: true, tell: (story) => answer(story) },
  {
    count: 4,
    days: [14, 40],
    needsEmail: true,
    tell: (story) => {
      answer(story)
      work(story)
      finish(story)
    },
  },
  { count: 6, days: [2, 11], tell: (story) => forward(story) },
  { count: 4, days: [7, 25], tell: (story) => forwardAndHear(story) },
  { count: 15, days: [3, 57], tell: (story) => cancel(story) },
  {
    count: 6,
    days: [7, 18],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      complain(story)
    },
  },
  {
    count: 5,
    days: [12, 32],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      complain(story)
      reopen(story)
    },
  },
  {
    count: 6,
    days: [22, 55],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      complain(story)
      reopen(story)
      work(story)
      finish(story)
    },
  },
  {
    count: 3,
    days: [18, 45],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      complain(story)
      explain(story)
    },
  },
  {
    count: 4,
    days: [12, 50],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      grumble(story)
    },
  },
  {
    count: 22,
    days: [8, 57],
    needsEmail: true,
    tell: (story) => {
      work(story)
      finish(story)
      praise(story)
    },
  },
  {
    count: 5,
    days: [26, 57],
    tell: (story) => {
      plan(story)
      work(story)
      finish(story)
    },
  },
  {
    count: Number.POSITIVE_INFINITY,
    days: [4, 58],
    tell: (story) => {
      if (story.random.chance(0.6)) work(story)
      finish(story)
    },
  },
]

function status(
  { timeline }: StoryContext,
  by: string,
  hours: number,
  change: { state: StatusCode; text: string; sendEmail?: boolean; emailOverride?: string },
): void {
  timeline.staff(hours, by, { kind: 'status', sendEmail: false, ...change })
}

function wait(story: StoryContext): void {
  const { timeline, handler, random, replies } = story
  if (random.chance(0.5))
    timeline.staff(random.between(0.5, 5), COORDINATOR, { kind: 'assign', userEmail: handler })
  const text = random.pick(replies.waiting ?? [''])
  status(story, COORDINATOR, random.between(0.5, 20), {
    state: 'i',
    text,
    sendEmail: story.hasEmail && text !== '' && random.chance(0.4),
  })
}

function work(story: StoryContext): void {
  const { timeline, handler, random, replies } = story
  if (random.chance(0.35))
    timeline.staff(random.between(0.5, 6), COORDINATOR, { kind: 'assign', userEmail: handler })
  status(story, handler, random.between(1, 30), {
    state: 'b',
    text: random.chance(0.5) ? 'Wij zijn ermee bezig.' : '',
  })
  const [note] = replies.notes ?? []
  if (note !== undefined && random.chance(0.35))
    timeline.staff(random.between(0.5, 12), handler, {
      kind: 'note',
      text: random.pick(replies.notes ?? [note]),
    })
}

function plan(story: StoryContext): void {
  const text = story.random.pick(story.replies.planned ?? ['Wij doen dit in de volgende ronde.'])
  if (story.random.chance(0.4)) wait(story)
  status(story, story.handler, story.random.between(2, 30), {
    state: 'ingepland',
    text,
    sendEmail: story.hasEmail,
  })
}

function finish(story: StoryContext): void {
  const { timeline, handler, random, replies } = story
  const hours = random.between(2, 40)
  if (replies.photoAfter !== undefined && random.chance(0.3))
    timeline.staff(hours, handler, { kind: 'photo', file: replies.photoAfter, caption: 'Na afloop' })
  status(story, handler, hours, { state: 'o', text: random.pick(replies.done), sendEmail: story.hasEmail })
}

function cancel(story: StoryContext): void {
  const text = story.random.pick(story.replies.cancelled ?? ['Dit is geen taak van de gemeente.'])
  status(story, COORDINATOR, story.random.between(1, 40), { state: 'a', text, sendEmail: story.hasEmail })
}

function question({ replies, random }: StoryContext): [string, string] {
  return random.pick(
    replies.questions ?? [['Kunt u omschrijven waar het precies is?', 'Op de hoek bij de brug.']],
  )
}

function ask(story: StoryContext): void {
  status(story, story.handler, story.random.between(0.5, 8), {
    state: 'reaction requested',
    text: question(story)[0],
  })
}

function answer(story: StoryContext): void {
  const [asked, answered] = question(story)
  status(story, story.handler, story.random.between(0.5, 8), { state: 'reaction requested', text: asked })
  story.timeline.outside(story.random.between(1, 30), { kind: 'reaction', text: answered })
}

function forward(story: StoryContext): void {
  status(story, story.handler, story.random.between(1, 24), {
    state: 'forward to external',
    text: 'Wilt u deze melding oppakken en ons laten weten wanneer het klaar is? Een foto van het resultaat is welkom.',
    sendEmail: true,
    emailOverride: GRID_OPERATOR,
  })
}

function forwardAndHear(story: StoryContext): void {
  forward(story)
  story.timeline.outside(story.random.between(12, 70), {
    kind: 'external reaction',
    text: story.random.pick([
      'Monteur is geweest, storing verholpen.',
      'Wij hebben het defecte onderdeel vervangen. Graag de melding sluiten.',
    ]),
  })
}

function praise({ timeline, random }: StoryContext): void {
  const textList = [...new Set([random.pick(PLEASED), random.pick(PLEASED)])]
  timeline.outside(random.between(1, 90), {
    kind: 'feedback',
    isSatisfied: true,
    textList,
    textExtra: random.pick(GLAD),
    allowsContact: random.chance(0.7),
  })
}

/** Not satisfied, but with nothing that would open the report again. */
function grumble({ timeline, random }: StoryContext): void {
  timeline.outside(random.between(1, 60), {
    kind: 'feedback',
    isSatisfied: false,
    textList: ['Het duurde te lang'],
    textExtra: '',
    allowsContact: false,
  })
}

function complain({ timeline, random }: StoryContext): void {
  timeline.outside(random.between(1, 60), {
    kind: 'feedback',
    isSatisfied: false,
    textList: [random.pick(UNSOLVED)],
    textExtra: random.pick(ANGRY),
    allowsContact: true,
  })
}

function reopen(story: StoryContext): void {
  status(story, COORDINATOR, story.random.between(2, 20), {
    state: 'reopened',
    text: 'U liet weten dat het niet is opgelost. Wij gaan er opnieuw mee aan de slag.',
  })
}

function explain(story: StoryContext): void {
  const text =
    'Wij zijn opnieuw gaan kijken. De plek is nu in orde, ook het deel dat wij de eerste keer gemist hadden. Onze excuses daarvoor.'
  status(story, COORDINATOR, story.random.between(4, 30), { state: 'o', text, sendEmail: true })
}
