import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FetchImplementation } from 'jose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createProviderBreaker } from './provider-breaker.ts'
import { createKeyFetch } from './provider-keys.ts'

const HALF_A_DAY = 12 * 3_600_000
const KEYS = '{"keys":[]}'
const state = { answer: KEYS, status: 200, asked: 0, time: 0 }
let server: Server

beforeEach(async () => {
  Object.assign(state, { answer: KEYS, status: 200, asked: 0, time: 0 })
  server = createServer((_request, response) => {
    state.asked += 1
    response.writeHead(state.status).end(state.answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(() => new Promise((done) => server.close(done)))

function open() {
  const breaker = createProviderBreaker()
  const fetchKeys = createKeyFetch(breaker, () => state.time)
  const options = {
    headers: new Headers(),
    method: 'GET',
    redirect: 'manual',
  } as Parameters<FetchImplementation>[1]
  const ask = async () => {
    const answer = await fetchKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options)
    return answer.text()
  }
  return { breaker, ask }
}

it.each([
  ['fails', 503, ''],
  ['answers no JSON', 200, '<html>'],
  ['answers something else', 200, '{"answer":42}'],
])('answers the keys that it had while the provider %s, for half a day', async (_what, status, answer) => {
  const { breaker, ask } = open()
  expect(await ask()).toBe(KEYS)
  Object.assign(state, { status, answer })
  for (let turn = 0; turn < 4; turn += 1) expect(await ask()).toBe(KEYS)
  expect(breaker.isOpen()).toBe(true)
  expect(state.asked).toBe(4)
  state.time = HALF_A_DAY + 1
  await expect(ask()).rejects.toThrow()
})

it('has none when the provider never answered', async () => {
  const { ask } = open()
  state.status = 500
  await expect(ask()).rejects.toThrow('500')
})
