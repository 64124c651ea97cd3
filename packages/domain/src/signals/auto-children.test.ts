import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_CODES } from '../status/states.ts'
import { mayBeSplit, planAutoChildren, type SignalToSplit } from './auto-children.ts'

const ON = { splitPerContainer: true, splitPerTree: true, maximumChildren: 10 }
const OFF = { ...ON, splitPerContainer: false, splitPerTree: false }

const container = (id: unknown, type = 'Rest', others: object = {}) => ({
  id,
  type,
  label: `Bak ${id}`,
  ...others,
})

function about(assets: unknown, changes: Partial<SignalToSplit> = {}): SignalToSplit {
  const isTree = changes.categorySlug === 'eikenprocessierups'
  return {
    state: 'm',
    isChild: false,
    childCount: 0,
    categorySlug: 'container-is-vol',
    extraProperties: [
      { id: 'extra_anders', label: 'Anders', category_url: '/afval/container-is-vol', answer: 'x' },
      {
        id: isTree ? 'extra_eikenprocessierups' : 'extra_container',
        label: 'Welke?',
        category_url: '/afval/container-is-vol',
        answer: assets,
      },
    ],
    ...changes,
  }
}

describe('a report about several containers', () => {
  it('becomes a child for each, in the category of what it holds', () => {
    const assets = [
      container('A1', 'Rest', { coordinates: { lat: 52.3, lng: 4.9 } }),
      container('B2', 'Papier', { address: { openbare_ruimte: 'Kerkweg', huisnummer: 7, onzin: true } }),
      container('C3', 'Plastic'),
      container('D4', 'glas'),
      container('E5', 'Textiel'),
    ]
    expect(planAutoChildren(about(assets), ON)).toEqual([
      {
        categorySlug: 'container-is-vol',
        position: [4.9, 52.3],
        address: null,
        extraProperties: [
          {
            id: 'extra_container',
            label: 'Container(s)',
            category_url: '/afval/container-is-vol',
            answer: [assets[0]],
          },
        ],
      },
      expect.objectContaining({
        categorySlug: 'container-voor-papier-is-vol',
        position: null,
        address: { openbare_ruimte: 'Kerkweg', huisnummer: 7 },
        extraProperties: [
          expect.objectContaining({
            category_url: '/afval/container-voor-papier-is-vol',
            answer: [assets[1]],
          }),
        ],
      }),
      expect.objectContaining({ categorySlug: 'container-voor-plastic-afval-is-vol' }),
      expect.objectContaining({ categorySlug: 'container-glas-vol' }),
      expect.objectContaining({ categorySlug: 'container-is-vol' }),
    ])
  })

  it('stays about what is broken', () => {
    const children = planAutoChildren(
      about([container(1, 'Papier'), container(2, 'Glas'), container(3, 'Rest'), container(4, '?')], {
        categorySlug: 'container-voor-plastic-afval-is-kapot',
      }),
      ON,
    )
    expect(children.map(({ categorySlug }) => categorySlug)).toEqual([
      'container-voor-papier-is-stuk',
      'container-glas-kapot',
      'container-is-kapot',
      'container-voor-plastic-afval-is-kapot',
    ])
  })

  it('counts what was chosen twice once', () => {
    expect(planAutoChildren(about([container('a1'), container('A1 ')]), ON)).toEqual([])
    expect(planAutoChildren(about([container('a1'), container('A1'), container('b')]), ON)).toHaveLength(2)
  })
})

it('makes of a report about several trees a child for each', () => {
  const trees = [container('T1', 'Eik'), container('T2', 'Eik')]
  const children = planAutoChildren(about(trees, { categorySlug: 'eikenprocessierups' }), ON)
  expect(children).toHaveLength(2)
  expect(children[1]).toMatchObject({
    categorySlug: 'eikenprocessierups',
    extraProperties: [{ id: 'extra_eikenprocessierups', label: 'Boom', answer: [trees[1]] }],
  })
})

describe('a report stays whole', () => {
  const two = [container(1), container(2)]
  const cases: [why: string, signal: SignalToSplit][] = [
    ['about one', about([container(1)])],
    ['about one that is no list', about(container(1))],
    ['about eleven', about(Array.from({ length: 11 }, (_, index) => container(index + 1)))],
    ['of another category', about(two, { categorySlug: 'grofvuil' })],
    ['that is a child', about(two, { isChild: true })],
    ['that has children', about(two, { childCount: 1 })],
    ['without answers', about(two, { extraProperties: null })],
    ['with objects that have no name', about([{ type: 'not-on-map' }, { type: 'not-on-map' }])],
    ...STATUS_CODES.filter((state) => state !== 'm').map((state): [string, SignalToSplit] => [
      `in state ${state}`,
      about(two, { state }),
    ]),
  ]
  it.each(cases)('%s', (_, signal) => {
    expect(planAutoChildren(signal, ON)).toEqual([])
  })

  it('where the municipality does not want it', () => {
    expect(planAutoChildren(about(two), OFF)).toEqual([])
    expect(planAutoChildren(about(two), { ...ON, splitPerContainer: false })).toEqual([])
    expect(mayBeSplit('container-is-vol', { ...OFF, splitPerTree: true })).toBe(false)
    expect(mayBeSplit('eikenprocessierups', { ...OFF, splitPerTree: true })).toBe(true)
  })
})

it('makes two to ten children or none, whatever the answer', () => {
  const asset = fc.record({ id: fc.oneof(fc.string({ maxLength: 2 }), fc.integer()), type: fc.string() })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(asset, { maxLength: 14 })), (answer) => {
      const { length } = planAutoChildren(about(answer), ON)
      expect(length === 0 || (length >= 2 && length <= 10)).toBe(true)
    }),
  )
})
