import { expect, test } from 'vitest'
import { changeMany, type Progress } from './change-many.ts'

test('goes on after a refusal, and says which', async () => {
  const seen: Progress[] = []
  const refusal = new Error('no')
  const progress = await changeMany({
    ids: [1, 2, 3],
    change: (id) => (id === 2 ? Promise.reject(refusal) : Promise.resolve()),
    onProgress: (one) => seen.push(one),
    isStopped: () => false,
  })
  expect(progress).toEqual({ done: [1, 3], failures: [{ id: 2, error: refusal }] })
  expect(seen.map(({ done, failures }) => done.length + failures.length)).toEqual([1, 2, 3])
})

test('stops before the next one', async () => {
  const changed: number[] = []
  const progress = await changeMany({
    ids: [1, 2, 3],
    change: async (id) => changed.push(id),
    onProgress: () => undefined,
    isStopped: () => changed.length === 2,
  })
  expect(changed).toEqual([1, 2])
  expect(progress.done).toEqual([1, 2])
})
