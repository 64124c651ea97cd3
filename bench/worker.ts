// `npm run bench:worker`: whether the worker keeps up.
//   -- --part mail|anonymise|both
//   -- --latency 200 --late mail|answer --workers 1 --connections 25    of the mail server, and who sends
//   -- --seconds 30    of mail that comes in, and of what is measured before the reporters are forgotten
//   -- --reports 50000 whose reporters are forgotten, as far as they are long past
import { parseArgs } from 'node:util'
import { describeMachine, writeFigureFile } from './lib/figures.ts'
import { measureAnonymisation } from './lib/measure-anonymisation.ts'
import { measureMail } from './lib/measure-mail.ts'

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'both' },
    latency: { type: 'string', default: '200' },
    late: { type: 'string', default: 'mail' },
    workers: { type: 'string', default: '1' },
    connections: { type: 'string', default: '25' },
    seconds: { type: 'string', default: '30' },
    reports: { type: 'string', default: '50000' },
  },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const seconds = Number(values.seconds)
const reports = Number(values.reports)

if (values.part !== 'anonymise') {
  say('mail')
  const late = values.late === 'answer' ? 'answer' : 'mail'
  const [milliseconds, workers, connections] = [values.latency, values.workers, values.connections].map(
    Number,
  )
  const mail = await measureMail({
    milliseconds: milliseconds ?? 200,
    workers: workers ?? 1,
    connections: connections ?? 25,
    late,
    seconds,
    say,
  })
  say(mail.table)
  const figures = { [`mail, late for each ${late}`]: { ...describeMachine(), ...mail.figures } }
  say(`written to ${await writeFigureFile('worker', figures)}`)
  if (!mail.keepsUp) process.exitCode = 1
}
if (values.part !== 'mail') {
  say(`anonymisation, ${reports} reports`)
  const { table, figures, unit, isUnblocked } = await measureAnonymisation({ reports, seconds, say })
  say(table)
  const kept = { [`anonymisation of ${reports}`]: { ...describeMachine(), reports, unit, ...figures } }
  say(`written to ${await writeFigureFile('worker', kept)}`)
  if (!isUnblocked) process.exitCode = 1
}
