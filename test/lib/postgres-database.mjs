// An empty database on the PostgreSQL server of the test run, for a whole server to start on.
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export async function createPostgresDatabase() {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (!adminUrl) throw new Error('TEST_DATABASE_URL names no PostgreSQL server')
  const name = `whole_${randomBytes(6).toString('hex')}`
  await runAsAdmin(adminUrl, `create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runAsAdmin(adminUrl, `drop database ${name} with (force)`) }
}

async function runAsAdmin(url, statement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
