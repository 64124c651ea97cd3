import { expect, it } from 'vitest'
import { toExtraAnswer } from './extra-answer.ts'

const coordinates = { lat: 52.37, lng: 4.9 }

it.each([
  ['plain_text', 'groen', 'groen'],
  ['plain_text', null, null],
  ['integer', 0, 0],
  ['boolean', false, false],
  [
    'selected_object',
    { id: 'A1', type: 'Lamp', onMap: true, coordinates },
    { id: 'A1', type: 'Lamp', location: { coordinates } },
  ],
  [
    'selected_object',
    [{ id: null, type: 'Lamp', onMap: false, coordinates }],
    [{ type: 'not-on-map', location: { coordinates } }],
  ],
  ['image', [{ original_filename: 'a.jpg', file_path: 'b/c.jpg' }], ['a.jpg']],
] as const)('keeps an answer of %s: %j as %j', (type, payload, kept) => {
  expect(toExtraAnswer(type, payload)).toEqual(kept)
})
