import type { Random } from '../random.ts'
import type { DemoReport } from '../types.ts'
import type { Voice } from './voices.ts'

export type Reporter = DemoReport['reporter']
export type Sender = { source: string; createdBy: string | null; reporter: Reporter }

const NICKNAMES = [
  'fietser',
  'wandelaar',
  'bewoner',
  'tuinier',
  'hondenvriend',
  'lezer',
  'kanovaarder',
  'ouder',
  'student',
  'vroegevogel',
  'nachtuil',
  'buurtgenoot',
  'klusser',
  'zwemmer',
  'koffieleut',
]
const FRONT_DESK = 'klantcontact@waterveste.example'
const NOBODY: Reporter = { email: null, phone: null, sharingAllowed: false }

/** Who makes a report, and how it comes in. Some residents report more often than others. */
export function pickSender(voice: Voice, handler: string, needsEmail: boolean, random: Random): Sender {
  if (voice.isStaff) return { source: 'Schouw', createdBy: handler, reporter: NOBODY }
  if (needsEmail)
    return { source: random.chance(0.85) ? 'online' : 'App', createdBy: null, reporter: withEmail(random) }
  const draw = random.next()
  if (draw < 0.6)
    return { source: 'online', createdBy: null, reporter: random.chance(0.3) ? NOBODY : withEmail(random) }
  if (draw < 0.68)
    return { source: 'App', createdBy: null, reporter: random.chance(0.5) ? NOBODY : withEmail(random) }
  if (draw < 0.85)
    return {
      source: 'Telefoon',
      createdBy: FRONT_DESK,
      reporter: random.chance(0.8) ? withPhone(random) : NOBODY,
    }
  if (draw < 0.93) return { source: 'E-mail', createdBy: FRONT_DESK, reporter: withEmail(random) }
  return { source: random.chance(0.6) ? 'Balie' : 'Sociale media', createdBy: FRONT_DESK, reporter: NOBODY }
}

function withEmail(random: Random): Reporter {
  const number = random.chance(0.35) ? 1 : random.whole(2, 40)
  const phone = random.chance(0.35) ? phoneNumber(random) : null
  return {
    email: `${random.pick(NICKNAMES)}${number}@inwoner.example`,
    phone,
    sharingAllowed: random.chance(0.4),
  }
}

function withPhone(random: Random): Reporter {
  return { email: null, phone: phoneNumber(random), sharingAllowed: random.chance(0.3) }
}

/** Numbers that begin with a nought after the area code are given to nobody. */
function phoneNumber(random: Random): string {
  return `0150000${random.whole(100, 999)}`
}
