import { expect, it } from 'vitest'
import { findLostAnswers, findRulesNaming, type RuleSubject } from './rule-references.ts'

const RULES = [
  { id: 1, code: 'sub == "Grofvuil" and day == "Monday"' },
  { id: 2, code: 'main == "Wegen" or location in areas."Wijk"."W01"' },
  { id: 3, code: '"Grofvuil" == sub' },
  { id: 4, code: 'soort == "Bank" or "Stoel" in wat' },
  { id: 5, code: 'stadsdeel == "A"' },
  { id: 6, code: 'this is no rule' },
]
const idsOf = (subject: RuleSubject) => findRulesNaming(RULES, subject).map(({ id }) => id)

it.each<[RuleSubject, number[]]>([
  [{ kind: 'sub', name: 'Grofvuil' }, [1, 3]],
  [{ kind: 'main', name: 'Grofvuil' }, []],
  [{ kind: 'main', name: 'Wegen' }, [2]],
  [{ kind: 'area', typeName: 'Wijk', code: 'W01' }, [2]],
  [{ kind: 'area', typeName: 'Wijk', code: 'W02' }, []],
  [{ kind: 'district', code: 'A' }, [5]],
  [{ kind: 'answer', key: 'soort', value: 'Bank' }, [4]],
  [{ kind: 'answer', key: 'wat', value: 'Stoel' }, [4]],
  [{ kind: 'answer', key: 'wat', value: 'Bank' }, []],
  [{ kind: 'answer', key: 'wat' }, [4]],
])('finds the rules that name %o', (subject, ids) => {
  expect(idsOf(subject)).toEqual(ids)
})

it('knows which answers can no longer be given', () => {
  const before = [
    { key: 'soort', answers: ['Bank', 'Stoel'] },
    { key: 'wat', answers: [] },
  ]
  expect(findLostAnswers(before, [{ key: 'soort', answers: ['Bank', 'Kruk'] }])).toEqual([
    { kind: 'answer', key: 'soort', value: 'Stoel' },
    { kind: 'answer', key: 'wat' },
  ])
  expect(findLostAnswers(before, before)).toEqual([])
})
