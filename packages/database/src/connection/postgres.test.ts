import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'

const PORT = 18_120

describe('opening PostgreSQL', () => {
  let server: Server | undefined
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

  it('says where no server answers, without the password', async () => {
    const opening = openDatabase({
      databaseUrl: `postgresql://someone:secret@127.0.0.1:${PORT}/reports`,
      startTimeoutMs: 100,
    })
    await expect(opening).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(
        /^The database reports at 127\.0\.0\.1:18120 cannot be used: .*ECONNREFUSED/,
      ),
    })
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
  })

  it('waits for a server that is still coming up', async () => {
    const opening = openDatabase({ databaseUrl: `postgresql://someone@127.0.0.1:${PORT}/reports` })
    setTimeout(() => {
      server = startOldServer('160004')
    }, 1_500)
    const database = await opening
    await database.close()
    expect(database.kind).toBe('postgres')
  })

  it('refuses a server that is too old', async () => {
    server = startOldServer('130021')
    const opening = openDatabase({ databaseUrl: `postgresql://someone@127.0.0.1:${PORT}/reports` })
    await expect(opening).rejects.toMatchObject({
      code: 'unsupported-server',
      message: 'The database server is PostgreSQL 13; Signalen needs 14 or newer.',
    })
  })

  it('refuses an address of another kind', async () => {
    await expect(openDatabase({ databaseUrl: 'mysql://127.0.0.1/reports' })).rejects.toMatchObject({
      code: 'unreachable',
    })
  })
})

/** As much of a PostgreSQL server as it takes to answer what its version is. */
function startOldServer(version: string): Server {
  return createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]))
      socket.on('data', (query) => {
        if (query[0] === 'Q'.charCodeAt(0)) socket.write(oneValue('version', version))
      })
    })
  }).listen(PORT, '127.0.0.1')
}

function oneValue(name: string, value: string): Buffer {
  const field = Buffer.concat([Buffer.from([0, 1]), Buffer.from(`${name}\0`), Buffer.alloc(18)])
  field.writeInt32BE(25, field.length - 12)
  const length = Buffer.alloc(4)
  length.writeInt32BE(value.length)
  return Buffer.concat([
    message('T', field),
    message('D', Buffer.concat([Buffer.from([0, 1]), length, Buffer.from(value)])),
    message('C', Buffer.from('SELECT 1\0')),
    message('Z', Buffer.from('I')),
  ])
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
