import { readQuestions } from '@signalen/domain'
import { describe, expect, test } from 'vitest'
import {
  type CreateInput,
  EMPTY_CREATE,
  findAskedQuestions,
  findCreateFaults,
  toCreation,
} from './create-input.ts'

const now = new Date('2026-03-10T12:00:00Z')
const category = { main: 'afval', sub: 'grofvuil' }
const filled: CreateInput = {
  ...EMPTY_CREATE,
  text: ' Bankstel op de stoep ',
  categoryId: '7',
  place: { coordinates: [4.9, 52.3], address: { openbare_ruimte: 'Kerkweg', huisnummer: '7' } },
  email: ' beller@voorbeeld.example ',
  source: 'Telefoon',
}
const questions = readQuestions([
  { key: 'extra_hoeveel', field_type: 'text_input', meta: { label: 'Hoeveel?', shortLabel: 'Aantal' } },
  { key: 'dateTime', field_type: 'date_time_input', meta: { label: 'Wanneer?' } },
])

describe('what is missing', () => {
  test('is said in the order of the form', () => {
    expect(findCreateFaults(EMPTY_CREATE, now)).toEqual(['text', 'category', 'place', 'source'])
    expect(findCreateFaults(filled, now)).toEqual([])
  })

  test('is also what cannot be', () => {
    const wrong = { ...filled, email: 'beller@', happenedAt: '2027-01-01T10:00', text: 'a'.repeat(3001) }
    expect(findCreateFaults(wrong, now)).toEqual(['text', 'happenedAt', 'email'])
  })
})

describe('the report that is sent', () => {
  test('has no blanks around, and nothing for what was left empty', () => {
    const sent = toCreation(filled, { questions: [], answers: {} }, category, now)
    expect(sent).toMatchObject({
      text: 'Bankstel op de stoep',
      category: { sub_category: '/signals/v1/public/terms/categories/afval/sub_categories/grofvuil' },
      reporter: { email: 'beller@voorbeeld.example', phone: null, sharing_allowed: false },
      incident_date_start: '2026-03-10T12:00:00.000Z',
      source: 'Telefoon',
    })
    expect(sent).not.toHaveProperty('extra_properties')
  })

  test('has the answers, and the moment that a question asked for', () => {
    const answers = {
      extra_hoeveel: ['3'],
      dateTime: ['earlier'],
      'dateTime.date': ['2026-03-09'],
      'dateTime.time': ['08:30'],
    }
    const asked = findAskedQuestions(questions, answers, category)
    const sent = toCreation({ ...filled, happenedAt: '2026-03-01T10:00' }, asked, category, now)
    expect(sent.extra_properties).toMatchObject([{ id: 'extra_hoeveel', label: 'Aantal', answer: '3' }])
    expect(sent.incident_date_start).toBe('2026-03-09T07:30:00.000Z')
  })
})
