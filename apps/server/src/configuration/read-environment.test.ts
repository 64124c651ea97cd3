import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readEnvironment } from './read-environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'signalen-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads a secret from the file that is named for it, and nothing else from files', () => {
  const file = join(folder, 'secret')
  writeFileSync(file, `${'s'.repeat(32)}\n`)
  expect(readEnvironment({ SECRET_FILE: file }).SECRET).toBe('s'.repeat(32))
  expect(readEnvironment({ SECRET_FILE: file, SECRET: 'x'.repeat(32) }).SECRET).toBe('x'.repeat(32))
  expect(readEnvironment({ HOST_FILE: file }).HOST).toBe('127.0.0.1')
  expect(() => readEnvironment({ SECRET_FILE: join(folder, 'none') })).toThrow('SECRET_FILE')
})

it('takes object storage whole or not at all', () => {
  expect(() => readEnvironment({ S3_ENDPOINT: 'https://s3.example' })).toThrow(
    /S3_BUCKET.*\n.*S3_ACCESS_KEY_ID.*\n.*S3_SECRET_ACCESS_KEY/,
  )
})
