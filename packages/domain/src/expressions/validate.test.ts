import { describe, expect, it } from 'vitest'
import { declared } from './examples.ts'
import { parseExpression } from './parse.ts'
import { findExpressionFault, listAreaReferences } from './validate.ts'

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
