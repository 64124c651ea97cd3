import {
  createTestContext,
  describeEachDatabase,
  findRightsAnswers,
  type GuardedRequest,
  openStaffApi,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'

/** What a municipality sets up: who may read it and who may change it. */
const REQUESTS: readonly (readonly [GuardedRequest['method'], path: string, ...needs: string[]])[] = [
  ['GET', '/private/me', 'sia_read'],
  ['GET', '/private/me/filters'],
  ['POST', '/private/me/filters'],
  ['GET', '/private/me/filters/1'],
  ['PUT', '/private/me/filters/1'],
  ['PATCH', '/private/me/filters/1'],
  ['DELETE', '/private/me/filters/1'],
  ['GET', '/private/users', 'sia_read', 'view_user'],
  ['GET', '/private/users/999', 'sia_read', 'view_user'],
  ['GET', '/private/users/999/history', 'sia_read', 'view_user'],
  ['POST', '/private/users', 'sia_write', 'add_user'],
  ['PATCH', '/private/users/999', 'sia_write', 'change_user'],
  ['GET', '/private/autocomplete/usernames', 'sia_read'],
  ['GET', '/private/roles', 'sia_read'],
  ['GET', '/private/roles/999', 'sia_read'],
  ['POST', '/private/roles', 'sia_write', 'add_group'],
  ['PUT', '/private/roles/999', 'sia_write', 'change_group'],
  ['PATCH', '/private/roles/999', 'sia_write', 'change_group'],
  ['DELETE', '/private/roles/999', 'sia_write', 'delete_group'],
  ['GET', '/private/permissions', 'sia_read'],
  ['GET', '/private/permissions/1', 'sia_read'],
  ['GET', '/private/departments', 'sia_read'],
  ['GET', '/private/departments/999', 'sia_read'],
  ['POST', '/private/departments', 'sia_write', 'sia_department_write'],
  ['PUT', '/private/departments/999', 'sia_write', 'sia_department_write'],
  ['PATCH', '/private/departments/999', 'sia_write', 'sia_department_write'],
  ['GET', '/private/categories', 'sia_read'],
  ['GET', '/private/categories/999', 'sia_read'],
  ['GET', '/private/categories/999/history', 'sia_read'],
  ['GET', '/private/categories/999/icon', 'sia_read'],
  ['PUT', '/private/categories/999', 'sia_write', 'sia_category_write'],
  ['PATCH', '/private/categories/999', 'sia_write', 'sia_category_write'],
  ['PUT', '/private/categories/999/icon', 'sia_write', 'sia_category_write'],
  ['PATCH', '/private/categories/999/icon', 'sia_write', 'sia_category_write'],
  ['DELETE', '/private/categories/999/icon', 'sia_write', 'sia_category_write'],
  ['GET', '/private/sources'],
  ['GET', '/private/sources/999'],
  ['GET', '/private/areas'],
  ['GET', '/private/areas/geography'],
  ['POST', '/private/area', 'sia_write', 'sia_area_write'],
  ['GET', '/private/area-types', 'sia_read'],
  ['POST', '/private/area-types', 'sia_write', 'sia_areatype_write'],
  ['GET', '/private/expressions', 'sia_read'],
  ['GET', '/private/expressions/999', 'sia_read'],
  ['GET', '/private/expressions/validate', 'sia_read'],
  ['GET', '/private/expressions/context', 'sia_read'],
  ['POST', '/private/expressions', 'sia_write', 'sia_expression_write'],
  ['PUT', '/private/expressions/999', 'sia_write', 'sia_expression_write'],
  ['PATCH', '/private/expressions/999', 'sia_write', 'sia_expression_write'],
  ['DELETE', '/private/expressions/999', 'sia_write', 'sia_expression_write'],
  ['GET', '/private/status-messages', 'sia_read'],
  ['GET', '/private/status-messages/999', 'sia_read'],
  ['GET', '/private/status-messages/search', 'sia_read'],
  ['POST', '/private/status-messages', 'sia_write', 'sia_statusmessage_write'],
  ['PUT', '/private/status-messages/999', 'sia_write', 'sia_statusmessage_write'],
  ['PATCH', '/private/status-messages/999', 'sia_write', 'sia_statusmessage_write'],
  ['DELETE', '/private/status-messages/999', 'sia_write', 'sia_statusmessage_write'],
  ['POST', '/private/status-messages/category/999', 'sia_write', 'sia_statusmessagecategory_write'],
  ['GET', '/private/terms/categories/x/status-message-templates', 'sia_read'],
  ['GET', '/private/terms/categories/x/sub_categories/y/status-message-templates', 'sia_read'],
  [
    'POST',
    '/private/terms/categories/x/status-message-templates',
    'sia_write',
    'sia_statusmessagetemplate_write',
  ],
  [
    'POST',
    '/private/terms/categories/x/sub_categories/y/status-message-templates',
    'sia_write',
    'sia_statusmessagetemplate_write',
  ],
  ['GET', '/private/reports/signals/open', 'sia_read'],
  ['GET', '/private/reports/signals/reopen-requested', 'sia_read'],
  ['GET', '/private/csv', 'sia_read', 'sia_signal_report'],
  ['POST', '/private/translations', 'sia_add_i18next_translation_file'],
]

const PUBLIC = [
  '/public/terms/categories',
  '/public/areas',
  '/public/areas/geography',
  '/public/questions',
  '/public/feedback/standard_answers',
  '/public/addresses?q=dorp',
  '/public/addresses/nearest?lon=4.9&lat=52.4',
]

describeEachDatabase('rights on what is set up', (database) => {
  beforeEach(() => database.reset())

  it('are asked for at every address, and no others', async () => {
    const { context } = createTestContext(database.municipality)
    const api = await openStaffApi(context)
    const wrong: unknown[] = []
    for (const [method, path, ...needs] of REQUESTS) {
      const answers = await findRightsAnswers(api, context, { method, path, needs })
      const isRight =
        answers.anonymous === 401 &&
        answers.without.every((status) => status === 403) &&
        ![401, 403, 500].includes(answers.with)
      if (!isRight) wrong.push([method, path, answers])
    }
    expect(wrong).toEqual([])
  }, 60_000)

  it('are not asked of people who want to report something', async () => {
    const api = await openStaffApi(createTestContext(database.municipality).context)
    for (const path of PUBLIC)
      expect([path, (await api.ask('GET', path, { as: null })).status]).toEqual([path, 200])
  })
})
