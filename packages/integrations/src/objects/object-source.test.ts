import { describe, expect, it, vi } from 'vitest'
import { createObjectSource } from './object-source.ts'

const URL_ = 'https://data.example/wfs?bbox=4,52,5,53'
const answerWith = (body: string, init?: ResponseInit) => vi.fn(async () => new Response(body, init))

describe('objects of another server', () => {
  it('are asked for once by all who ask at once, and kept for a while', async () => {
    let time = 0
    const ask = answerWith('{"features":[]}')
    const source = createObjectSource({ fetch: ask, now: () => time, keepMilliseconds: 1000 })
    await Promise.all([source.find(URL_), source.find(URL_)])
    await source.find(URL_)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(ask.mock.calls[0]).toMatchObject([URL_, { redirect: 'error' }])
    time = 1000
    expect(await source.find(URL_)).toEqual({ features: [] })
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('are given up when they are too much, no JSON, or not there', async () => {
    const find = (fetch: typeof globalThis.fetch) =>
      createObjectSource({ fetch, largestBytes: 20 }).find(URL_)
    await expect(find(answerWith('x'.repeat(21)))).rejects.toThrow('too much')
    await expect(find(answerWith('<html>'))).rejects.toThrow()
    await expect(find(answerWith('<wfs:ExceptionReport/>'))).rejects.toThrow()
    await expect(find(answerWith('', { status: 500 }))).rejects.toThrow('500')
  })

  it('are read of GML where there is no GeoJSON, and pictures as they are', async () => {
    const gml =
      '<FeatureCollection><member><l id="a"><g><Point><pos>4 52</pos></Point></g></l></member></FeatureCollection>'
    expect(await createObjectSource({ fetch: answerWith(gml) }).find(URL_)).toMatchObject({
      features: [{ properties: { id: 'a' }, geometry: { coordinates: [[4, 52]] } }],
    })
    const ask = answerWith('plaatje')
    const source = createObjectSource({ fetch: ask })
    for (let times = 0; times < 2; times++) expect(String(await source.readPicture?.(URL_))).toBe('plaatje')
    expect(ask).toHaveBeenCalledTimes(1)
    const large = createObjectSource({ fetch: answerWith('x'.repeat(100_001)) })
    await expect(large.readPicture?.(URL_)).rejects.toThrow('too much')
  })

  it('are not asked for while their server rests, though others are', async () => {
    let time = 0
    const ask = answerWith('', { status: 503 })
    const source = createObjectSource({ fetch: ask, now: () => time })
    for (let tries = 0; tries < 7; tries++) await source.find(URL_).catch(() => undefined)
    expect(ask).toHaveBeenCalledTimes(5)
    await expect(source.find(URL_)).rejects.toThrow('several times')
    await expect(source.find('https://other.example/')).rejects.toThrow('503')
    time = 31_000
    await source.find(URL_).catch(() => undefined)
    expect(ask).toHaveBeenCalledTimes(7)
  })
})
