import { describe, expect, it } from 'vitest'
import { context } from './examples.ts'
import { chooseRoute, describeRoutingUserFault, findRoutingUserFault } from './routing.ts'

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
    const names = { user: 'bea@gemeente.example', department: 'Stadswerken' }
    expect(describeRoutingUserFault('inactive', names)).toBe('bea@gemeente.example is not active')
    expect(describeRoutingUserFault('not in department', names)).toBe(
      'bea@gemeente.example is not part of department Stadswerken',
    )
  })
})
