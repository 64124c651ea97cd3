import type { DemoChild, DemoStep } from '../types.ts'

const COORDINATOR = 'regisseur@waterveste.example'

/** Reports that hold several things at once, and are split into one report for each. */
export type SplitReport = {
  text: string
  street: string
  days: number
  children: DemoChild[]
  closing: string | null
}

function step(afterHours: number, by: string, state: 'b' | 'ingepland' | 'o', text: string): DemoStep {
  return {
    afterHours,
    by: `${by}@waterveste.example`,
    change: { kind: 'status', state, text, sendEmail: false },
  }
}

export const SPLIT_REPORTS: SplitReport[] = [
  {
    text: 'Drie dingen in één keer, dan hoef ik niet drie formulieren in te vullen: de lantaarn op de hoek is uit, de prullenbak bij de bank is vol en voor nummer {nr} ligt een tegel los.',
    street: 'Hugo de Grootstraat',
    days: 24,
    closing: 'Alle drie de punten zijn opgelost: de lamp brandt, de bak is leeg en de tegel ligt vast.',
    children: [
      {
        text: 'De lantaarn op de hoek is uit.',
        main: 'wegen-verkeer-straatmeubilair',
        sub: 'lantaarnpaal-straatverlichting',
        steps: [
          step(6, 'behandelaar.wegen', 'b', ''),
          step(50, 'behandelaar.wegen', 'o', 'De lamp is vervangen.'),
        ],
      },
      {
        text: 'De prullenbak bij de bank is vol.',
        main: 'schoon',
        sub: 'prullenbak-vol',
        steps: [step(20, 'behandelaar.afval', 'o', 'De bak is geleegd.')],
      },
      {
        text: 'Er ligt een tegel los.',
        main: 'wegen-verkeer-straatmeubilair',
        sub: 'onderhoud-stoep-straat-en-fietspad',
        steps: [
          step(8, 'behandelaar.wegen', 'b', ''),
          step(72, 'behandelaar.wegen', 'o', 'De tegel ligt weer vast.'),
        ],
      },
    ],
  },
  {
    text: 'Rondje door de buurt gedaan met de bewonersgroep. Wat wij zagen: een omgewaaide boom bij het water, een kapotte bank, en zwerfvuil in de bosjes achter de flat.',
    street: 'Bikolaan',
    days: 9,
    closing: null,
    children: [
      {
        text: 'Omgewaaide boom bij het water.',
        main: 'openbaar-groen-en-water',
        sub: 'boom-stormschade',
        steps: [
          step(4, 'behandelaar.groen', 'b', ''),
          step(30, 'behandelaar.groen', 'o', 'De boom is weggehaald.'),
        ],
      },
      {
        text: 'Kapotte bank.',
        main: 'wegen-verkeer-straatmeubilair',
        sub: 'straatmeubilair',
        steps: [step(26, 'behandelaar.wegen', 'ingepland', 'De nieuwe latten zijn besteld.')],
      },
      { text: 'Zwerfvuil in de bosjes achter de flat.', main: 'schoon', sub: 'veegzwerfvuil', steps: [] },
    ],
  },
  {
    text: 'Achter de supermarkt gaat van alles mis: fietswrakken tegen het hek en een enorme haag die over de stoep groeit.',
    street: 'Papsouwselaan',
    days: 5,
    closing: null,
    children: [
      {
        text: 'Fietswrakken tegen het hek achter de supermarkt.',
        main: 'overlast-in-de-openbare-ruimte',
        sub: 'fietswrak',
        steps: [step(22, 'handhaver', 'b', 'Sticker geplakt.')],
      },
      {
        text: 'De haag achter de supermarkt groeit over de stoep.',
        main: 'openbaar-groen-en-water',
        sub: 'snoeien',
        steps: [],
      },
    ],
  },
]

/** What happens to the report that is split: the coordinator takes it apart, and closes it when all is done. */
export function splitSteps({ children, closing }: SplitReport): DemoStep[] {
  const splitAt = 5
  const split: DemoStep = { afterHours: splitAt, by: COORDINATOR, change: { kind: 'split', children } }
  const note: DemoStep = {
    afterHours: splitAt + 0.1,
    by: COORDINATOR,
    change: { kind: 'note', text: 'Opgesplitst, zodat elke afdeling haar eigen deel kan doen.' },
  }
  const busy: DemoStep = {
    afterHours: splitAt + 0.2,
    by: COORDINATOR,
    change: {
      kind: 'status',
      state: 'b',
      text: 'Uw melding gaat over meer dingen. Elk deel is bij de juiste collega.',
      sendEmail: true,
    },
  }
  const closed: DemoStep[] =
    closing === null
      ? []
      : [
          {
            afterHours: 130,
            by: COORDINATOR,
            change: { kind: 'status', state: 'o', text: closing, sendEmail: true },
          },
        ]
  return [split, note, busy, ...closed]
}
