import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTileSource } from './tiles.ts'

const state = { isAway: false, asked: 0 }
let server: Server

beforeEach(async () => {
  Object.assign(state, { isAway: false, asked: 0 })
  server = createServer((_request, response) => {
    state.asked += 1
    response.writeHead(state.isAway ? 503 : 200).end('from the source')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(() => new Promise((done) => server.close(done)))

function open() {
  const lines: string[] = []
  const note = (_fields: object, message: string) => void lines.push(message)
  const tiles = createTileSource({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/{z}/{x}/{y}.png`,
    attribution: 'of the test',
    draw: async () => Buffer.from('drawn'),
    restMilliseconds: 30,
    log: { info: note, warn: note, error: note },
  })
  const find = async (x: number) => String((await tiles.find({ z: 9, x, y: 0 })).bytes)
  return { tiles, find, lines }
}

it('leaves a source alone that is away, draws meanwhile, and says so once', async () => {
  const { tiles, find, lines } = open()
  state.isAway = true
  expect(await Promise.all([1, 2, 3].map(find))).toEqual(['drawn', 'drawn', 'drawn'])
  expect(tiles.isResting()).toBe(true)
  const { asked } = state
  expect(await find(4)).toBe('drawn')
  expect(state.asked).toBe(asked)
  const isTriedAgain = async () => {
    await find(4)
    return state.asked > asked
  }
  await expect.poll(isTriedAgain).toBe(true)
  expect(lines).toEqual(['map source left alone'])
})

it('says when the source is back, and passes on what it has', async () => {
  const { tiles, find, lines } = open()
  state.isAway = true
  await find(1)
  state.isAway = false
  await expect.poll(() => find(1)).toBe('from the source')
  expect(tiles.isResting()).toBe(false)
  expect(lines).toEqual(['map source left alone', 'map source answers again'])
})
