import { expect, test } from 'vitest'
import {
  createKeptReport,
  findOpenReport,
  finishReport,
  isOutdated,
  KEPT_MILLISECONDS,
  type KeptPhoto,
  type KeptReport,
  mergeFields,
} from './kept-report.ts'

const report = createKeptReport('one', 0)
const inState = (state: KeptReport['state']): KeptReport => ({ ...report, state })

test('what waits is never forgotten, everything else is after a day', () => {
  const later = KEPT_MILLISECONDS + 1
  expect(isOutdated(inState('waiting'), later)).toBe(false)
  expect(isOutdated(inState('mirror'), later)).toBe(true)
  expect(isOutdated(inState('offline'), later)).toBe(true)
  expect(isOutdated(inState('sent'), later)).toBe(true)
  expect(isOutdated(inState('offline'), later - 2)).toBe(false)
})

test('only what is still being filled in is gone on with', () => {
  expect(findOpenReport([inState('sent'), inState('waiting')])).toBeUndefined()
  expect(findOpenReport([inState('sent'), inState('offline')])?.state).toBe('offline')
})

test('a form says anew what it has, and leaves the rest', () => {
  const known = { _text: ['Lamp'], _email: ['a@voorbeeld.example'], extra: ['1', '2'] }
  const form = [
    ['_text', 'Lamp kapot'],
    ['extra', '3'],
    ['extra', '4'],
    ['_action', 'next'],
    ['_photos', new Blob()],
  ] as const
  expect(mergeFields(known, form)).toEqual({ ...known, _text: ['Lamp kapot'], extra: ['3', '4'] })
})

test('of a sent report only the number is left, and photos that did not arrive', () => {
  const photo = (id: string, state: KeptPhoto['state']): KeptPhoto => ({
    id,
    name: id,
    blob: new Blob(),
    state,
  })
  const full = {
    ...inState('waiting'),
    fields: { _email: ['a@voorbeeld.example'] },
    photos: [photo('a', 'uploaded'), photo('b', 'failed'), photo('c', 'refused')],
  }
  const sent = finishReport(full, 'WV-1', 5)
  expect(sent).toMatchObject({ state: 'sent', number: 'WV-1', fields: {} })
  expect(sent.photos.map(({ id }) => id)).toEqual(['b'])
})
