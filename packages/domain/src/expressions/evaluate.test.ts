import { describe, expect, it } from 'vitest'
import { matchesExpression } from './evaluate.ts'
import { areas, context, evaluate } from './examples.ts'
import { parseExpression } from './parse.ts'
import { createRoutingContext } from './routing.ts'

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
