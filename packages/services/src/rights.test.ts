import { readFileSync } from 'node:fs'
import {
  describeRights,
  OPERATIONS,
  type Operation,
  type OperationRule,
  type RoleDefinition,
} from '@signalen/domain'
import { describeEachDatabase, loadConfiguration } from '@signalen/testkit'
import { beforeAll, expect, it } from 'vitest'
import { addAttachmentRows } from './attachments/attachment-rows.ts'
import { categoryAddress, makeSignal, openTown, type TestTown } from './signals/test-town.ts'

const { roles } = JSON.parse(
  readFileSync(new URL('../../../demo/municipality.json', import.meta.url), 'utf8'),
) as { roles: RoleDefinition[] }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Place {
  readonly signal: number
  readonly attachment: number
  /** The category that it is in: a change that changes nothing leaves it where it is. */
  readonly category: string
}
type Request = (place: Place) => readonly [method: Method, path: string, body?: object | undefined]

const change =
  (body: object): Request =>
  ({ signal }) => ['PATCH', `/private/signals/${signal}`, body]
const at =
  (method: Method, path: string, body?: object): Request =>
  () => [method, path, body]
const ofSignal =
  (method: Method, rest: string, body?: object): Request =>
  ({ signal }) => [method, `/private/signals/${signal}${rest}`, body]

/**
 * One request for each operation. Bodies that are wrong on purpose change nothing: whoever may not is refused
 * before the body is looked at, whoever may is told what is wrong with it.
 */
const REQUESTS: Readonly<Partial<Record<Operation, Request>>> = {
  'me.read': at('GET', '/private/me'),
  'filter.read': at('GET', '/private/me/filters'),
  'filter.write': at('POST', '/private/me/filters', {}),
  'preference.read': at('GET', '/private/me/preferences'),
  'preference.write': at('PATCH', '/private/me/preferences', {}),
  'signal.list': at('GET', '/private/signals'),
  'signal.geography': at('GET', '/private/signals/geography'),
  'signal.search': at('GET', '/private/search?q=bank'),
  'signal.promotedParents': at('GET', '/private/signals/promoted/parent'),
  'signal.categoryRemoved': at('GET', '/private/signals/category/removed?after=2026-11-24T00:00:00Z'),
  'signal.read': ofSignal('GET', ''),
  'signal.history': ofSignal('GET', '/history'),
  'signal.children': ofSignal('GET', '/children'),
  'signal.pdf': ofSignal('GET', '/pdf'),
  'signal.suggestion': ofSignal('GET', '/suggestion'),
  'signal.duplicates': ofSignal('GET', '/duplicates'),
  'signal.presence': ofSignal('PUT', '/presence'),
  'signal.cause': ofSignal('GET', '/cause'),
  'cause.list': at('GET', '/private/causes'),
  'signal.changeCause': ofSignal('PUT', '/cause', { cause: null }),
  'signal.relations': ofSignal('GET', '/relations'),
  'signal.relate': ofSignal('POST', '/relations', { kind: 'linked', signal: 999_999 }),
  'signal.followers': ofSignal('GET', '/followers'),
  'bulkChange.make': at('POST', '/private/bulk-changes', {}),
  'bulkChange.read': at('GET', '/private/bulk-changes'),
  'signal.findDuplicates': at('POST', '/private/signals/duplicates', {}),
  'signal.context': ofSignal('GET', '/context'),
  'signal.create': at('POST', '/private/signals', {}),
  'signal.changeStatus': change({ status: { state: 'b', text: 'Bezig' } }),
  'signal.changeCategory': ({ signal, category }) => [
    'PATCH',
    `/private/signals/${signal}`,
    { category: { sub_category: category } },
  ],
  'signal.addNote': change({ notes: [{ text: 'Gebeld' }] }),
  'signal.changeLocation': change({ location: { geometrie: { type: 'Point', coordinates: [4.85, 52.35] } } }),
  'signal.changePriority': change({ priority: { priority: 'high' } }),
  'signal.changeType': change({ type: { code: 'REQ' } }),
  'signal.assignUser': change({ assigned_user_email: null }),
  'signal.previewMail': ofSignal('POST', '/email/preview', { status: 'b', text: 'Bezig' }),
  'attachment.read': ofSignal('GET', '/attachments'),
  'attachment.update': ({ signal, attachment }) => [
    'PATCH',
    `/private/signals/${signal}/attachments/${attachment}`,
    { caption: 'Bank' },
  ],
  'reporter.list': ofSignal('GET', '/reporters'),
  'reporter.create': ofSignal('POST', '/reporters', {
    email: null,
    phone: '0612345678',
    sharing_allowed: false,
  }),
  'category.read': at('GET', '/private/categories'),
  'category.update': at('PATCH', '/private/categories/999', {}),
  'question.read': at('GET', '/private/question-designs'),
  'question.write': at('PUT', '/private/categories/999/questions/draft', {}),
  'suggestion.read': at('GET', '/private/classification/settings'),
  'suggestion.update': at('PATCH', '/private/classification/settings', {}),
  'suggestionModel.activate': at('POST', '/private/classification/models/999/activate', {}),
  'suggestionReport.request': at('POST', '/private/classification/report', {}),
  'suggestionModel.train': at('POST', '/private/classification/train', {}),
  'urgency.read': at('GET', '/private/urgency/rules'),
  'urgency.update': at('PUT', '/private/urgency/rules', {}),
  'theme.read': at('GET', '/private/theme'),
  'theme.update': at('PUT', '/private/theme/draft', {}),
  'department.read': at('GET', '/private/departments'),
  'department.create': at('POST', '/private/departments', {}),
  'department.update': at('PATCH', '/private/departments/999', {}),
  'source.update': at('PUT', '/private/source-list', {}),
  'source.read': at('GET', '/private/sources'),
  'area.read': at('GET', '/private/areas'),
  'area.import': at('POST', '/private/areas/import', {}),
  'area.create': at('POST', '/private/area', {}),
  'area.update': at('PATCH', '/private/areas/district/zomaar', {}),
  'area.delete': at('DELETE', '/private/areas/district/zomaar'),
  'areaType.read': at('GET', '/private/area-types'),
  'areaType.create': at('POST', '/private/area-types', {}),
  'statusMessage.read': at('GET', '/private/status-messages'),
  'statusMessage.create': at('POST', '/private/status-messages', {}),
  'statusMessage.update': at('PATCH', '/private/status-messages/999', {}),
  'statusMessage.delete': at('DELETE', '/private/status-messages/999'),
  'statusMessage.position': at('POST', '/private/status-messages/category/999', {}),
  'statusMessageTemplate.read': at('GET', '/private/terms/categories/afval/status-message-templates'),
  'statusMessageTemplate.write': at('POST', '/private/terms/categories/afval/status-message-templates', {}),
  'expression.read': at('GET', '/private/expressions'),
  'expression.try': at('POST', '/private/expressions/try', {}),
  'expression.create': at('POST', '/private/expressions', {}),
  'expression.update': at('PATCH', '/private/expressions/999', {}),
  'expression.delete': at('DELETE', '/private/expressions/999'),
  'user.read': at('GET', '/private/users'),
  'user.create': at('POST', '/private/users', {}),
  'user.update': at('PATCH', '/private/users/999', {}),
  'user.import': at('POST', '/private/users/import', {}),
  'user.complete': at('GET', '/private/autocomplete/usernames?username=waterveste'),
  'role.read': at('GET', '/private/roles'),
  'role.create': at('POST', '/private/roles', {}),
  'role.update': at('PATCH', '/private/roles/999', {}),
  'role.delete': at('DELETE', '/private/roles/999'),
  'permission.read': at('GET', '/private/permissions'),
  'report.read': at('GET', '/private/reports/signals/open'),
  'csv.download': at('GET', '/private/csv'),
  'signal.export': at('GET', '/private/signals.csv'),
  'person.find': at('POST', '/private/persons/find', {}),
  'person.handOver': at('POST', '/private/persons/handover', {}),
  'person.correct': at('POST', '/private/persons/correct', {}),
  'person.erase': at('POST', '/private/persons/erase', {}),
  'person.register': at('GET', '/private/persons/register'),
  'mail.list': at('GET', '/private/mails'),
  'mail.sendAgain': at('POST', '/private/mails/999/send-again', {}),
  'standardAnswer.read': at('GET', '/private/standard-answers'),
  'standardAnswer.update': at('PUT', '/private/standard-answers', {}),
  'mailTemplate.read': at('GET', '/private/mail-templates'),
  'mailTemplate.write': at('PUT', '/private/mail-templates/zomaar', {}),
  'setting.read': at('GET', '/private/settings'),
  'setting.update': at('PATCH', '/private/settings', { zomaar: 1 }),
  'retention.read': at('GET', '/private/retention/due'),
  'setup.read': at('GET', '/private/setup'),
  'setup.test': at('POST', '/private/setup/test-report', {}),
  'audit.read': at('GET', '/private/audit-log'),
  'configuration.export': at('GET', '/private/configuration'),
  'configuration.import': at('POST', '/private/configuration', {}),
  'task.read': at('GET', '/private/background-tasks'),
  'task.run': at('POST', '/private/background-tasks/zomaar/run', {}),
  'change.read': at('GET', '/private/prepared-changes'),
  'change.prepare': at('POST', '/private/prepared-changes', {}),
  'job.read': at('GET', '/private/background-jobs'),
  'job.settle': at('POST', '/private/background-jobs/zomaar/retry', {}),
  'service.read': at('GET', '/private/outside-services'),
  'translation.write': at('POST', '/private/translations', {}),
}

/** Answered the same to everyone who may ask, and held against the table in tests of their own. */
const TESTED_ELSEWHERE: readonly Operation[] = [
  // of each kind the right to change it: setting-history.test.ts
  'history.read',
  // a right beside another: signal.changeStatus, signal.create, signal.read
  'signal.pushToSigmax',
  'signal.split',
  'signal.contactDetails',
  // only on a parent, or with departments of the town: update-signal.test.ts
  'signal.changeDirecting',
  'signal.changeRouting',
  // by circumstances, or with a file: attachments.test.ts
  'attachment.add',
  'attachment.cover',
  'attachment.turn',
  'attachment.delete',
  'reporter.cancel',
  // in a language of its own: city-control.test.ts
  'sigmax.update',
  // a stream: live.test.ts
  'signal.events',
]

describeEachDatabase('every operation, by every role', (database) => {
  let town: TestTown
  let own: Place
  let other: Place

  beforeAll(async () => {
    town = await openTown(database)
    await loadConfiguration(town.context, {
      roles,
      users: roles.map(({ name }) => ({ email: emailOf(name), departments: ['AFV'], roles: [name] })),
    })
    own = await place('afval', 'grofvuil')
    other = await place('wegen', 'lantaarnpaal')
  })

  async function place(main: string, sub: string): Promise<Place> {
    const category = categoryAddress(main, sub)
    const signal = await makeSignal(town, { category: { sub_category: category } })
    const [attachment] = await town.context.db.transaction((trx) =>
      addAttachmentRows(
        { ...town.context, db: trx },
        {
          signalId: signal,
          files: [
            {
              file_key: `default/${signal}.jpg`,
              thumbnail_key: null,
              file_name: 'foto.jpg',
              mimetype: 'image/jpeg',
              size: 1,
              is_image: true,
            },
          ],
          public: false,
          createdBy: null,
          notes: [],
          noteBy: null,
        },
      ),
    )
    if (!attachment) throw new Error('there is no attachment')
    return { signal, attachment: attachment.id, category }
  }

  const emailOf = (role: string) => `${role.toLowerCase()}@rollen.example`

  async function askAs(role: string, request: Request, where: Place): Promise<number> {
    const [method, path, body] = request(where)
    return (await town.api.ask(method, path, { body, as: emailOf(role) })).status
  }

  it.each(describeRights(roles).filter(({ operation }) => REQUESTS[operation]))(
    '$operation',
    async ({ operation, roles: rights, reach, hides }) => {
      const request = REQUESTS[operation]
      if (!request) throw new Error('there is no request')
      const refusal = hides ? [403, 404] : [403]
      for (const { role, own: mayOwn, other: mayOther } of rights) {
        const answers = { operation, role, own: await askAs(role, request, own) }
        expect({ ...answers, allowed: !refusal.includes(answers.own) }).toEqual({
          ...answers,
          allowed: mayOwn,
        })
        if (reach !== 'signal') continue
        const elsewhere = { operation, role, other: await askAs(role, request, other) }
        expect({ ...elsewhere, allowed: !refusal.includes(elsewhere.other) }).toEqual({
          ...elsewhere,
          allowed: mayOther,
        })
      }
    },
  )

  it('is asked for, for employees, or tested elsewhere', () => {
    const employees = Object.entries(OPERATIONS).filter(
      ([, rule]) => (rule as OperationRule).audience === 'employee',
    )
    const known = new Set<string>([...Object.keys(REQUESTS), ...TESTED_ELSEWHERE])
    expect(employees.map(([name]) => name).filter((name) => !known.has(name))).toEqual([])
  })

  it('is shut for who is not signed in', async () => {
    for (const [operation, request] of Object.entries(REQUESTS)) {
      const [method, path, body] = request(own)
      expect([operation, (await town.api.ask(method, path, { body, as: null })).status]).toEqual([
        operation,
        401,
      ])
    }
  })
})
