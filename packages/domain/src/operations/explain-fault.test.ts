import { expect, it } from 'vitest'
import { explainFault, withoutPersonalData } from './explain-fault.ts'

it.each([
  ['De mailserver nam de mail niet aan (ETIMEDOUT CONN).', 'no answer in time'],
  ['connect ECONNREFUSED 10.0.0.1:25', 'not reachable'],
  ['De mailserver nam de mail niet aan (EAUTH AUTH 535).', 'refused'],
  ['The process ended during the job.', 'broken off'],
  ['insert violates foreign key constraint', 'database'],
  ['There is no background task "x".', 'not found'],
  ['Something else', 'other'],
])('tells of "%s" that it is: %s', (reason, kind) => {
  expect(explainFault(reason)).toBe(kind)
})

it('leaves out what may be of a person', () => {
  const said = `Key (email)=(jo@buurt.example) of "Jo de Vries", 06-12345678: 'Er ligt afval' <an@buurt.example> 550`
  const told = withoutPersonalData(said)
  for (const personal of ['jo@', 'an@', 'Vries', '12345678', 'afval']) expect(told).not.toContain(personal)
  expect(told).toContain('550')
  expect(withoutPersonalData('x'.repeat(900))).toHaveLength(300)
})
