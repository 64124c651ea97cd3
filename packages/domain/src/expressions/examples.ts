import fc from 'fast-check'
import { evaluateExpression } from './evaluate.ts'
import { parseExpression } from './parse.ts'
import type { MultiPolygon } from './point-in-area.ts'
import { createRoutingContext } from './routing.ts'
import type { Expression, ExpressionTerm } from './syntax.ts'
import type { ExpressionContext, ExpressionValue, IdentifierType } from './values.ts'

export const square = (west: number, south: number, size: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ],
})

export const areas = new Map<string, ExpressionValue>([
  ['Wijk', new Map<string, ExpressionValue>([['W01', { kind: 'area', geometry: square(4, 52, 1) }]])],
])

export const context = createRoutingContext({
  subCategoryName: 'Zwerfafval',
  mainCategoryName: 'Afval',
  position: [4.5, 52.5],
  district: 'A',
  incidentStart: new Date('2026-03-20T22:30:00Z'),
  areas,
  extraProperties: [
    {
      id: 'extra_container',
      label: 'Container',
      category_url: '/x',
      answer: [{ id: 1, label: 'Papier' }, 'Glas'],
    },
    { id: 'extra_aantal', label: 'Aantal', category_url: '/x', answer: 3 },
    { id: 'extra_gevaar', label: 'Gevaar', category_url: '/x', answer: { id: 'ja', label: 'Ja' } },
    { id: 'extra_leeg', label: 'Leeg', category_url: '/x', answer: null },
    { id: 'sub', label: 'Bedrog', category_url: '/x', answer: 'Iets anders' },
  ],
})

export const declared = new Map<string, IdentifierType>([
  ['sub', 'str'],
  ['main', 'str'],
  ['location', 'point'],
  ['stadsdeel', 'str'],
  ['time', 'time'],
  ['day', 'str'],
  ['areas', 'dict'],
  ['extra_container', 'set'],
  ['extra_aantal', 'number'],
])

export function evaluate(code: string, values: ExpressionContext = context): boolean | string {
  const parsed = parseExpression(code)
  if (!parsed.ok) return parsed.error.message
  const result = evaluateExpression(parsed.expression, values)
  return result.ok ? result.value : result.message
}

const name = fc.constantFrom('sub', 'main', 'extra_aantal')

const textTerm = fc.oneof(
  name.map((value) => ({ kind: 'identifier', name: value }) as const),
  fc.constantFrom('Afval', 'x', '').map((value) => ({ kind: 'text', value }) as const),
)

const term: fc.Arbitrary<ExpressionTerm> = fc.oneof(
  textTerm,
  fc.integer({ min: -9, max: 99 }).map((value) => ({ kind: 'number', value }) as const),
  fc.integer({ min: 0, max: 86_399 }).map((seconds) => ({ kind: 'time', seconds }) as const),
)

export const { expression } = fc.letrec<{ expression: Expression; simple: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    tie('simple'),
    fc
      .tuple(
        fc.constantFrom('or' as const, 'and' as const),
        fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, parts]): Expression => ({ kind, parts })),
  ),
  simple: fc.oneof(
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('==' as const, '!=' as const, '<' as const, '>=' as const),
      left: term,
      right: term,
    }),
    fc.record({
      kind: fc.constant('membership' as const),
      item: textTerm,
      collection: textTerm,
      path: fc.array(textTerm, { maxLength: 2 }),
    }),
  ),
}))
