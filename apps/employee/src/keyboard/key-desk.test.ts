import { expect, test } from 'vitest'
import { createKeyDesk } from './key-desk.ts'

function setUp() {
  const done: string[] = []
  const later: (() => void)[] = []
  const state = { now: 0, mayRun: true, isTyping: false }
  const desk = createKeyDesk({
    now: () => state.now,
    mayRun: () => state.mayRun,
    isTyping: () => state.isTyping,
    type: (text) => done.push(`typed ${text}`),
    run: (action) => action(),
    later: (action) => later.push(action),
  })
  const goOn = () => {
    for (let action = later.shift(); action; action = later.shift()) action()
  }
  const keys = (...names: string[]) => Object.fromEntries(names.map((name) => [name, () => done.push(name)]))
  return { desk, done, state, goOn, keys }
}

test('gives a key to the screen that takes it, and lets others pass', () => {
  const { desk, done, keys } = setUp()
  const leave = desk.offer(() => keys('s'))
  expect([desk.press('s'), desk.press('q')]).toEqual([true, false])
  leave()
  expect(desk.press('s')).toBe(false)
  expect(done).toEqual(['s'])
})

test('keeps what is pressed while a screen comes up, in its order', () => {
  const { desk, done, goOn, keys } = setUp()
  const ready = desk.wait()
  expect([desk.press('a'), desk.press('h')]).toEqual([true, true])
  goOn()
  expect(done).toEqual([])
  desk.offer(() => keys('a', 'h'))
  ready()
  goOn()
  expect(done).toEqual(['a', 'h'])
})

test('lets one screen pass its wait on to the next', () => {
  const { desk, done, goOn, keys } = setUp()
  const route = desk.wait()
  desk.press('s')
  route()
  const data = desk.wait()
  goOn()
  desk.offer(() => keys('s'))
  data()
  goOn()
  expect(done).toEqual(['s'])
})

test('forgets what nobody takes, what is old, and what was before a click', () => {
  const { desk, done, state, goOn, keys } = setUp()
  const ready = desk.wait()
  desk.press('s')
  desk.forget()
  desk.press('a')
  state.now = 60_000
  desk.press('q')
  desk.press('h')
  desk.offer(() => keys('s', 'a', 'h'))
  ready()
  goOn()
  expect(done).toEqual(['h'])
})

test('goes on where a key leads: types into a field, and stops at a dialog', () => {
  const { desk, done, state, goOn, keys } = setUp()
  const ready = desk.wait()
  for (const key of 'm een zin') desk.press(key)
  desk.offer(() => ({
    ...keys('a'),
    m: () => {
      state.isTyping = true
    },
    s: () => {
      state.mayRun = false
    },
  }))
  ready()
  goOn()
  expect(done).toEqual(['typed  een zin'])
  state.isTyping = false
  const again = desk.wait()
  desk.press('q')
  desk.press('s')
  desk.press('a')
  again()
  goOn()
  expect(done).toEqual(['typed  een zin'])
})
