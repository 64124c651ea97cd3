import { expect, it } from 'vitest'
import { readableErrors } from './readable-errors.ts'

it('are the sentences, each once', () => {
  expect(readableErrors({ detail: 'Nee.', profile: { role_ids: ['Kan niet.', 'Nee.'] }, status: 4 })).toEqual(
    ['Nee.', 'Kan niet.'],
  )
  expect(readableErrors(null)).toEqual([])
})
