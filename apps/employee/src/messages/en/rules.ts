import type { Messages } from '../nl.ts'

export const rules: Messages['rules'] = {
  title: 'Rules ask for this',
  named: (what) => `These rules ask for “${what}”:`,
  after: 'Once you save this, those rules no longer apply. Change them after it.',
}
