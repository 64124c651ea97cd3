import { describe, expect, it } from 'vitest'
import { category, formOf, now } from './examples.ts'
import { findVisibleForm } from './form.ts'
import type { FormAnswers } from './model.ts'
import { findIncidentStart, toExtraProperties } from './to-properties.ts'

describe('what is sent', () => {
  const category_url = '/signals/v1/public/terms/categories/wegen/sub_categories/lantaarnpaal'
  const lamp = { id: '42', type: 'Lamp', label: 'Lamp 42', coordinates: { lat: 52.3, lng: 4.9 } }

  it('has the shapes that clients know', () => {
    const answers: FormAnswers = {
      extra_lamp_nummer: ' 12 ',
      extra_lamp_gevaar: 'nee',
      extra_wat: ['scheef', 'uit'],
      extra_hoe_scheef: 'erg',
      extra_akkoord: true,
      extra_nummers: ['1', '', '2'],
      extra_lampen: [lamp],
      dateTime: '2026-03-19T12:00:00Z',
      extra_oud: 'van vroeger',
    }
    const visible = findVisibleForm(formOf(answers))
    expect(toExtraProperties(visible, category)).toEqual([
      { id: 'extra_lamp_nummer', label: 'Lamppaal', category_url, answer: '12' },
      {
        id: 'extra_lamp_gevaar',
        label: 'Gevaar',
        category_url,
        answer: { id: 'nee', label: 'Nee', info: 'Gelukkig' },
      },
      {
        id: 'extra_wat',
        label: 'Wat is er mis?',
        category_url,
        answer: [
          { id: 'uit', label: 'Uit' },
          { id: 'scheef', label: 'Scheef' },
        ],
      },
      { id: 'extra_hoe_scheef', label: 'Hoe scheef?', category_url, answer: { id: 'erg', label: 'Erg' } },
      {
        id: 'extra_akkoord',
        label: 'Akkoord',
        category_url,
        answer: { label: 'Ik ga akkoord', value: true },
      },
      { id: 'extra_nummers', label: 'Nummers', category_url, answer: ['1', '2'] },
      { id: 'extra_lampen', label: 'Welke lampen?', category_url, answer: [lamp] },
    ])
    expect(findIncidentStart(visible, now)).toEqual(new Date('2026-03-19T12:00:00Z'))
    expect(findIncidentStart(findVisibleForm(formOf({ dateTime: 'now' })), now)).toEqual(now)
    expect(findIncidentStart({ questions: [], answers: {} }, now)).toEqual(now)
  })

  it('says nothing where nothing was answered', () => {
    const empty: FormAnswers = {
      extra_lamp_nummer: ' ',
      extra_wat: [],
      extra_nummers: [''],
      extra_lampen: [],
    }
    expect(toExtraProperties(findVisibleForm(formOf(empty)), category)).toEqual([])
  })
})
