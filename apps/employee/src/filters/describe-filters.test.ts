import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { nl } from '../messages/nl.ts'
import { describeFilters, type FilterNames } from './describe-filters.ts'

const names: FilterNames = {
  mainCategories: new Map([['afval', 'Afval']]),
  subCategories: new Map([['grofvuil', 'Grofvuil']]),
  categoriesById: new Map([['12', 'Grofvuil']]),
  areas: new Map([['W05', 'Wijk 5']]),
  areaTypes: new Map([['district', 'Wijk']]),
  departments: new Map([['STW', 'Stadswerken']]),
  myEmail: 'ik@voorbeeldstad.example',
}

function labelsOf(filters: Parameters<typeof describeFilters>[0]): string[] {
  return describeFilters(filters, { names, messages: nl, language: 'nl' }).map(({ label }) => label)
}

test('says in words what is filtered on', () => {
  expect(labelsOf({ status: ['m', 'reopen requested'], priority: ['high'], punctuality: ['late'] })).toEqual([
    'Urgentie: hoog',
    'Gemeld',
    'Verzoek tot heropenen',
    'Te laat',
  ])
})

test('knows the names of the municipality, and of nothing chosen', () => {
  expect(labelsOf({ maincategory_slug: ['afval'], category_slug: ['grofvuil', 'weg'] })).toEqual([
    'Alles van Afval',
    'Grofvuil',
    'weg',
  ])
  expect(labelsOf({ area_code: ['W05', 'null'], routing_department_code: ['null', 'STW'] })).toEqual([
    'Wijk 5',
    'Buiten alle gebieden',
    'Niet toegewezen aan een afdeling',
    'Stadswerken',
  ])
  expect(labelsOf({ category_id: ['12'], area_type_code: ['district'], stadsdeel: ['N', 'null'] })).toEqual([
    'Soort gebied: Wijk',
    'Stadsdeel: Noord',
    'Geen stadsdeel',
    'Grofvuil',
  ])
})

test('says me for me, and nobody for nobody', () => {
  expect(labelsOf({ assigned_user_email: ['IK@voorbeeldstad.example'] })).toEqual(['Toegewezen aan: mij'])
  expect(labelsOf({ assigned_user_email: ['null'] })).toEqual(['Toegewezen aan: niemand'])
})

test('shows days as people write them', () => {
  expect(labelsOf({ created_after: ['2026-03-01'] })).toEqual(['Gemeld vanaf 1 mrt 2026'])
  const [chip] = describeFilters({ created_after: ['2026-03-01'] }, { names, messages: en, language: 'en' })
  expect(chip?.label).toBe('Reported from 1 Mar 2026')
})
