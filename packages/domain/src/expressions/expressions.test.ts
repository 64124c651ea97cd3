import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateExpression, matchesExpression } from './evaluate.ts'
import { DEEPEST_EXPRESSION, LONGEST_EXPRESSION, parseExpression } from './parse.ts'
import { isPointInArea, type MultiPolygon } from './point-in-area.ts'
import { chooseRoute, createRoutingContext, findRoutingUserFault } from './routing.ts'
import type { Expression, ExpressionTerm } from './syntax.ts'
import { findExpressionFault, listAreaReferences } from './validate.ts'
import type { ExpressionContext, ExpressionValue, IdentifierType } from './values.ts'

const square = (west: number, south: number, size: number): MultiPolygon => ({
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

const areas = new Map<string, ExpressionValue>([
  ['Wijk', new Map<string, ExpressionValue>([['W01', { kind: 'area', geometry: square(4, 52, 1) }]])],
])

const context = createRoutingContext({
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

const declared = new Map<string, IdentifierType>([
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

function evaluate(code: string, values: ExpressionContext = context): boolean | string {
  const parsed = parseExpression(code)
  if (!parsed.ok) return parsed.error.message
  const result = evaluateExpression(parsed.expression, values)
  return result.ok ? result.value : result.message
}

describe('expressions hold or not', () => {
  it.each([
    ['sub == "Zwerfafval"', true],
    ["sub == 'Zwerfafval' // rommel", true],
    ['main != "Afval"', false],
    ['location in areas."Wijk"."W01"', true],
    ['time >= 20:00 or time < 6:00', true],
    ['main == "Afval" and (time >= 20:00 or time < 6:00)', true],
    ['time == 23:30', true],
    ['day == "Friday"', true],
    ['"Papier" in extra_container', true],
    ['"Rest" in extra_container', false],
    ['"Glas" in extra_container and extra_aantal > 2.5', true],
    ['extra_gevaar == "Ja"', true],
    ['sub == "" or stadsdeel == "A"', true],
    ['sub == 3', false],
    ['sub != 3', true],
    ['sub == "a" and onbekend == "b"', false],
    ['sub == "Zwerfafval" or onbekend == "b"', true],
    ['main == "Afval" or sub == "a" and sub == "b"', true],
    ['(main == "Afval" or sub == "a") and sub == "b"', false],
    ['sub\n==\n"Zwerfafval"', true],
    ['sub < "a"', true],
    ['extra_aantal > -1', true],
  ])('%s: %s', (code, value) => {
    expect(evaluate(code)).toBe(value)
  })

  it.each([
    ['onbekend == "b"', "Could not resolve ident: 'onbekend'"],
    ['extra_leeg == "b"', "Could not resolve ident: 'extra_leeg'"],
    ['sub < 3', "'<' not supported between 'str' and 'number'"],
    ['location < location', "'<' not supported between 'point' and 'point'"],
    ['sub in main', "Expected a set on the right of 'in'"],
    ['location in areas', "Expected an area on the right of 'in'"],
    ['extra_container in areas', "No 'in' handler for type: 'set'"],
    ['location in areas."Wijk"."W99"', "Could not find 'W99'"],
    ['location in sub."Wijk"', "No '.' handler for type: 'str'"],
    ['sub in extra_container."size"', "No '.' handler for type: 'set'"],
  ])('%s has no answer: %s', (code, message) => {
    expect(evaluate(code)).toBe(message)
    const parsed = parseExpression(code)
    expect(parsed.ok && matchesExpression(parsed.expression, context)).toBe(false)
  })

  it('takes the day from the clock of the people there', () => {
    const facts = {
      subCategoryName: '',
      mainCategoryName: '',
      position: [4, 52] as const,
      district: null,
      areas,
      extraProperties: [],
      incidentStart: new Date('2026-03-20T23:30:00Z'),
    }
    expect(
      evaluate('day == "Saturday" and time == 0:30 and stadsdeel != "A"', createRoutingContext(facts)),
    ).toBe(true)
  })
})

describe('code that is no expression', () => {
  it.each([
    [
      'location in areas."x"."y" and and',
      `None:1:34: Expected 'in' or '==' or '!=' or '<=' or '<' or '>=' or '>' => 'y" and and*'`,
    ],
    ['', "None:1:1: Expected time or text or name or number or '(' => '*'"],
    ['sub ==', "None:1:7: Expected time or text or name or number => 'sub ==*'"],
    ['sub == "a" or\n  (main == "b"', `None:2:15: Expected 'and' or 'or' or ')' => 'ain == "b"*'`],
    ['sub == "a" main', `None:1:12: Expected 'and' or 'or' or EOF => 'ub == "a" *main'`],
    ['sub == "a', `None:1:8: Expected time or text or name or number => 'sub == *"a'`],
    ['3 in extra', "None:1:3: Expected '==' or '!=' or '<=' or '<' or '>=' or '>' => '3 *in extra'"],
    ['time > 25:00', "None:1:8: Expected a time of day => 'time > *25:00'"],
    ['sub in', "None:1:7: Expected text or name => 'sub in*'"],
    ['sub == "a" && main == "b"', `None:1:12: Expected 'and' or 'or' or EOF => 'ub == "a" *&& main =='`],
  ])('%j is refused in its place', (code, message) => {
    const parsed = parseExpression(code)
    expect(parsed.ok ? 'accepted' : parsed.error.message).toBe(message)
    const [, line, column] = message.split(':')
    if (!parsed.ok) expect([parsed.error.line, parsed.error.column]).toEqual([Number(line), Number(column)])
  })

  it('may use the words of the language as names where they can be no other', () => {
    expect(evaluate('and == "x"', new Map([['and', 'x']]))).toBe(true)
  })
})

describe('it always ends', () => {
  const piece = fc.constantFrom(
    'sub',
    'and',
    'or',
    'in',
    '==',
    '<',
    '(',
    ')',
    '.',
    '"a"',
    "'",
    '"',
    '12:30',
    '1.5',
    '-',
    ' ',
    '\n',
    '//',
    'é',
    '12:',
    '&',
  )
  const noise = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
    fc.string(),
  )

  it('with an expression or a place and a reason, whatever is written', () => {
    fc.assert(
      fc.property(noise, (code) => {
        const parsed = parseExpression(code)
        if (parsed.ok) {
          expect(typeof evaluate(code)).toMatch(/boolean|string/)
        } else {
          expect(parsed.error.line).toBeGreaterThan(0)
          expect(parsed.error.column).toBeGreaterThan(0)
        }
        expect(findExpressionFault(code, declared) === undefined && !parsed.ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['parentheses', '('.repeat(5000)],
    ['conditions', Array.from({ length: 700 }, () => 'sub == "a"').join(' or ')],
    ['one text', `sub == "${'a'.repeat(9000)}`],
    ['comments', '//\n'.repeat(3000)],
    ['digits', '1'.repeat(9999)],
    ['too much', 'x'.repeat(LONGEST_EXPRESSION + 1)],
  ])('soon, with a great many %s', (_, code) => {
    const start = performance.now()
    evaluate(code)
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('at the limit of nesting', () => {
    const nest = (depth: number) => `${'('.repeat(depth)}sub == "a"${')'.repeat(depth)}`
    expect(evaluate(nest(DEEPEST_EXPRESSION))).toBe(false)
    expect(evaluate(nest(DEEPEST_EXPRESSION + 1))).toMatch(/Nested more than 50 deep/)
  })
})

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
const { expression } = fc.letrec<{ expression: Expression; simple: Expression }>((tie) => ({
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

function writeTerm(value: ExpressionTerm): string {
  switch (value.kind) {
    case 'identifier':
      return value.name
    case 'text':
      return `"${value.value}"`
    case 'number':
      return String(value.value)
    case 'time':
      return new Date(value.seconds * 1000).toISOString().slice(11, 19)
  }
}

function write(value: Expression): string {
  switch (value.kind) {
    case 'or':
    case 'and':
      return `(${value.parts.map(write).join(` ${value.kind} `)})`
    case 'comparison':
      return `${writeTerm(value.left)} ${value.operator} ${writeTerm(value.right)}`
    case 'membership':
      return `${writeTerm(value.item)} in ${[value.collection, ...value.path].map(writeTerm).join('.')}`
  }
}

describe('reading', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(expression, (written) => {
        expect(parseExpression(write(written))).toEqual({ ok: true, expression: written })
      }),
    )
  })

  it('an expression without fault never fails on values of the declared types', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const code = write(written)
        if (findExpressionFault(code, declared) !== undefined || code.includes('.')) return
        expect(typeof evaluate(code)).toBe('boolean')
      }),
    )
  })
})

describe('checking against what is declared', () => {
  it.each([
    ['sub == "afval"', undefined],
    ['location in areas."x"."y"', undefined],
    ['location in areas.sub."y" and "Papier" in extra_container', undefined],
    ['time > 20:00 and extra_aantal >= 2', undefined],
    ['x == "a"', "Could not resolve ident: 'x'"],
    ['sub == "a" or location in areas.x', "Could not resolve ident: 'x'"],
    ['time > "20:00"', "'>' not supported between 'time' and 'str'"],
    ['areas < areas', "'<' not supported between 'dict' and 'dict'"],
    ['time in extra_container', "No 'in' handler for type: 'time'"],
    ['sub in main', "Expected a set on the right of 'in'"],
    ['location in areas', "Expected an area on the right of 'in'"],
    ['location in sub."x"', "No '.' handler for type: 'str'"],
    ['sub ==', "None:1:7: Expected time or text or name or number => 'sub ==*'"],
  ])('%s: %s', (code, message) => {
    expect(findExpressionFault(code, declared)?.message).toBe(message)
  })

  it('lists the areas that are needed', () => {
    const parsed = parseExpression(
      'sub == "a" or (location in areas."Wijk"."W01" and location in areas.sub."x")',
    )
    expect(parsed.ok && listAreaReferences(parsed.expression)).toEqual([{ typeName: 'Wijk', code: 'W01' }])
  })
})

describe('routing', () => {
  const user = { id: 1, isActive: true, departmentIds: [1] }
  const rule = { departmentId: 1, user: null }

  it('follows the first rule that applies and names those that cannot', () => {
    const rules = [
      { ...rule, id: 1, code: 'sub == "Iets anders"' },
      { ...rule, id: 2, code: 'sub == ' },
      { ...rule, id: 3, code: 'sub == "Zwerfafval"', user: { ...user, isActive: false } },
      { ...rule, id: 4, code: 'onbekend == "x"' },
      { ...rule, id: 5, code: 'sub == "Zwerfafval"', user },
      { ...rule, id: 6, code: 'sub == "Zwerfafval"' },
    ]
    const decision = chooseRoute(rules, context)
    expect(decision.rule?.id).toBe(5)
    expect(decision.broken.map(({ id }) => id)).toEqual([2, 3])
    expect(chooseRoute([], context)).toEqual({ rule: undefined, broken: [] })
  })

  it('goes to people who are there', () => {
    expect(findRoutingUserFault({ departmentId: 1, user: null })).toBeUndefined()
    expect(findRoutingUserFault({ departmentId: 1, user })).toBeUndefined()
    expect(findRoutingUserFault({ departmentId: 2, user })).toBe('not in department')
    expect(findRoutingUserFault({ departmentId: 1, user: { ...user, isActive: false } })).toBe('inactive')
  })
})

describe('a point in an area', () => {
  const coordinate = fc.integer({ min: -20, max: 20 }).map((value) => value / 4)

  it('lies in exactly one of two that touch', () => {
    fc.assert(
      fc.property(coordinate, fc.integer({ min: -4, max: 3 }), (x, y) => {
        const left = isPointInArea(x, y + 0.5, square(-10, -10, 10))
        const right = isPointInArea(x, y + 0.5, {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [0, -10],
                [10, -10],
                [10, 0],
                [0, 0],
              ],
            ],
          ],
        })
        expect([left, right].filter(Boolean)).toHaveLength(y + 0.5 < 0 ? 1 : 0)
      }),
    )
  })

  it('agrees with the plain test for a square, wherever it lies and however it is turned', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.boolean(),
        (x, y, west, south, isReversed) => {
          const area = square(west, south, 2)
          const [[ring = []] = []] = area.coordinates
          const turned = isReversed ? { ...area, coordinates: [[ring.toReversed()]] } : area
          if (x === west || x === west + 2 || y === south || y === south + 2) return
          expect(isPointInArea(x, y, turned)).toBe(x > west && x < west + 2 && y > south && y < south + 2)
        },
      ),
    )
  })

  it('is not in a hole, but may be in another part', () => {
    const [[outer = []] = []] = square(0, 0, 10).coordinates
    const [[hole = []] = []] = square(4, 4, 2).coordinates
    const area: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[outer, hole], ...square(20, 0, 1).coordinates],
    }
    expect(isPointInArea(5, 5, area)).toBe(false)
    expect(isPointInArea(3, 5, area)).toBe(true)
    expect(isPointInArea(20.5, 0.5, area)).toBe(true)
    expect(isPointInArea(15, 0.5, area)).toBe(false)
    expect(isPointInArea(1, 1, { type: 'MultiPolygon', coordinates: [] })).toBe(false)
  })
})
