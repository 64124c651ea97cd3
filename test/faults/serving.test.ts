import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../lib/mail-server.ts'
import { expectExactly, expectMailed } from '../lib/report-checks.ts'
import {
  type AcknowledgedReport,
  bodyOf,
  CONFIG,
  newReport,
  postReport,
  type SentReport,
} from '../lib/report-writers.ts'
import { type Server, startServer } from '../lib/server.ts'

let mailServer: MailServer
let server: Server
/** Of all tests here: what must be there in the end, and nothing else. */
const acknowledged: AcknowledgedReport[] = []

beforeAll(async () => {
  mailServer = await startMailServer()
  const environment = { SMTP_URL: mailServer.url, PUBLIC_RATE_LIMIT: 'off', ADDRESS_CHECK: 'off' }
  server = await startServer({ configFile: CONFIG, environment })
})

afterAll(async () => {
  await server.kill()
  await mailServer.close()
  server.remove()
})

describe('a server in trouble', () => {
  test('takes reports while the mail server refuses, and mails later', async () => {
    mailServer.refuse = true
    const report = await postReport(server.url, newReport())
    await delay(2000)
    expect(mailServer.mails).toEqual([])
    mailServer.refuse = false
    await expectMailed(mailServer, [report], 45_000)
    acknowledged.push(report)
  })

  test('keeps nothing of a request that broke off, and all of one whose sender did not wait', async () => {
    const [broken, left] = [newReport(), newReport()]
    await sendPart(server, broken, 0.5)
    await sendPart(server, left, 1)
    const kept = await postReport(server.url, left)
    await expectMailed(mailServer, [kept])
    acknowledged.push(kept)
  })

  test('ends on SIGTERM with every request that it took answered, and has kept exactly what it confirmed', async () => {
    const before = acknowledged.length
    const faults: { readonly code: string; readonly wasSentBefore: boolean }[] = []
    let [isStopping, isDone] = [false, false]
    const senders = Array.from({ length: 6 }, async () => {
      while (!isDone) {
        const wasSentBefore = !isStopping
        await postReport(server.url, newReport()).then(
          (report) => acknowledged.push(report),
          (error: NodeJS.ErrnoException) => faults.push({ code: error.code ?? error.message, wasSentBefore }),
        )
      }
    })
    while (acknowledged.length < before + 6) await delay(20)
    isStopping = true
    const ended = server.stop()
    await delay(300)
    isDone = true
    await Promise.all(senders)
    expect(await ended).toBe(0)
    expect(faults.filter(({ wasSentBefore }) => wasSentBefore)).toEqual([])
    // Those that came too late found nobody there; that nothing was made of them is seen below.
    expect(faults.filter(({ code }) => !['ECONNREFUSED', 'ECONNRESET'].includes(code))).toEqual([])
    const environment = { SMTP_URL: mailServer.url }
    server = await startServer({ dataDir: server.dataDir, configFile: CONFIG, environment })
    await expectMailed(mailServer, acknowledged)
    expect(await server.stop()).toBe(0)
    await expectExactly({ dataDir: server.dataDir }, acknowledged)
  })
})

/** Sends that share of the body and hangs up without waiting for an answer. */
async function sendPart({ port }: Server, report: SentReport, share: number): Promise<void> {
  const body = JSON.stringify(bodyOf(report))
  const head = [
    'POST /signals/v1/public/signals HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Idempotency-Key: ${report.key}`,
  ].join('\r\n')
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${head}\r\n\r\n${body.slice(0, Math.round(body.length * share))}`)
  await delay(20)
  socket.destroy()
}
