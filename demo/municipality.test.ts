import { readFileSync } from 'node:fs'
import type { MailTemplateKey } from '@signalen/domain'
import {
  findExpressionFault,
  isPermissionCode,
  listConditionKeys,
  MAIL_TEMPLATE_KEYS,
  readQuestions,
  STATUS_CODES,
} from '@signalen/domain'
import { createMailRenderer } from '@signalen/integrations'
import { listMailVariables } from '@signalen/services'
import { describe, expect, test } from 'vitest'
import { counterClockwise, segments } from './geometry.ts'
import municipality from './municipality.json' with { type: 'json' }
import { buildAreas } from './scripts/areas.ts'

const { categories, departments, roles, users, expressions, routingExpressions, expressionTypes } =
  municipality
const subcategories = categories.flatMap(({ slug: main, children }) =>
  children.map((child) => ({ main, ...child })),
)
const departmentCodes = departments.map(({ code }) => code)
const places = subcategories.map(({ main, slug }) => `${main}/${slug}`)

test('the file has the format of a configuration', () => {
  expect(municipality.format).toBe('signalen-configuration')
  expect(municipality.version).toBe(1)
})

test('roles hold permissions that exist, and users hold roles and departments that exist', () => {
  expect(roles.flatMap(({ permissions }) => permissions).filter((code) => !isPermissionCode(code))).toEqual(
    [],
  )
  expect(
    users.flatMap((user) => user.roles).filter((name) => !roles.some((role) => role.name === name)),
  ).toEqual([])
  expect(users.flatMap((user) => user.departments).filter((code) => !departmentCodes.includes(code))).toEqual(
    [],
  )
  expect(users.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  expect(
    roles.filter(({ name }) => !users.some((user) => user.isActive && user.roles.includes(name))),
  ).toEqual([])
})

describe('categories', () => {
  test('there is one for everything else', () => {
    expect(places).toContain('overig/overig')
  })

  test('each has its own slug, a department that answers for it and a service level', () => {
    expect(new Set(places).size).toBe(places.length)
    for (const { slug, departments: linked, serviceLevelObjectives, handlingMessage } of subcategories) {
      expect(linked.filter(({ isResponsible }) => isResponsible).length, slug).toBeGreaterThan(0)
      expect(
        linked.filter(({ code }) => !departmentCodes.includes(code)),
        slug,
      ).toEqual([])
      expect(serviceLevelObjectives.length, slug).toBe(1)
      expect(handlingMessage.length, slug).toBeGreaterThan(20)
    }
  })

  test('the front desk sees every report', () => {
    expect(
      subcategories.filter(({ departments: linked }) => !linked.some(({ code }) => code === 'KCC')),
    ).toEqual([])
  })

  test('questions can be asked, and their conditions are about questions of the same category', () => {
    for (const { slug, questions } of subcategories) {
      const asked = readQuestions(
        questions.map(({ key, fieldType, required, meta }) => ({
          key,
          field_type: fieldType,
          required,
          meta,
        })),
      )
      expect(asked.length, slug).toBe(questions.length)
      const keys = asked.map(({ key }) => key)
      const conditioned = asked.flatMap(({ condition }) => listConditionKeys(condition))
      expect(
        conditioned.filter((key) => !keys.includes(key)),
        slug,
      ).toEqual([])
    }
  })

  test('some forms end with better advice than a report', () => {
    const blocking = subcategories.filter(({ questions }) =>
      questions.some(({ meta }) => JSON.stringify(meta).includes('isBlocking')),
    )
    expect(blocking.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['ratten', 'grofvuil', 'lantaarnpaal-straatverlichting']),
    )
  })
})

test('standard texts stand under categories and states that exist', () => {
  const linked = municipality.statusMessages.flatMap((message) =>
    message.categories.map(({ main, sub }) => `${main}/${sub}`),
  )
  expect(linked.filter((place) => !places.includes(place))).toEqual([])
  expect(
    municipality.statusMessages.filter(({ state }) => !STATUS_CODES.some((code) => code === state)),
  ).toEqual([])
  expect(municipality.statusMessages.filter(({ active }) => active).length).toBeGreaterThanOrEqual(12)
})

test('standard answers stand under topics that exist', () => {
  const topics = municipality.standardAnswerTopics.map(({ name }) => name)
  expect(
    municipality.standardAnswers.filter(({ topic }) => topic !== null && !topics.includes(topic)),
  ).toEqual([])
})

describe('mail templates', () => {
  const renderer = createMailRenderer()

  test('there is one for every occasion', () => {
    const dutch = municipality.emailTemplates.filter((template) => !('language' in template))
    expect(dutch.map(({ key }) => key).sort()).toEqual([...MAIL_TEMPLATE_KEYS].sort())
  })

  test.each(municipality.emailTemplates)(
    '$key is well-formed and uses only what its mail knows',
    ({ key, title, body }) => {
      const check = renderer.check?.({ title, body }, listMailVariables(key as MailTemplateKey))
      expect(check).toEqual([])
    },
  )

  test('the mail about a handled report has two links for feedback', () => {
    const handled = municipality.emailTemplates.find(({ key }) => key === 'signal_status_changed_afgehandeld')
    expect(handled?.body).toContain(']({{ positive_feedback_url }})')
    expect(handled?.body).toContain(']({{ negative_feedback_url }})')
  })
})

describe('routing', () => {
  const names = new Set([...categories, ...subcategories].map(({ name }) => name))

  test('every rule can be read and names categories that exist', () => {
    const context = new Map(
      expressionTypes.flatMap((type) =>
        type.context.map(({ identifier, type: kind }) => [identifier, kind] as const),
      ),
    )
    context.set('extra_container_ernaast', 'str')
    for (const { code, name } of expressions) {
      expect(
        findExpressionFault(code, context as Parameters<typeof findExpressionFault>[1]),
        name,
      ).toBeUndefined()
      const named = [...code.matchAll(/(?:main|sub) == "([^"]+)"/g)].map(([, category = '']) => category)
      expect(
        named.filter((category) => !names.has(category)),
        name,
      ).toEqual([])
    }
  })

  test('every rule goes to a department, and to a user of that department', () => {
    for (const { expression, department, user } of routingExpressions) {
      expect(expressions.map(({ name }) => name)).toContain(expression)
      expect(departmentCodes).toContain(department)
      if (user !== null) expect(users.find(({ email }) => email === user)?.departments).toContain(department)
    }
  })
})

describe('areas', () => {
  test('are those that were drawn', () => {
    expect(municipality.areas).toEqual(buildAreas())
  })

  test.each(municipality.areas)(
    '$name is one closed ring that runs counter-clockwise and never crosses itself',
    ({ geometry }) => {
      const ring = (geometry.coordinates[0]?.[0] ?? []).map(
        ([longitude = 0, latitude = 0]) => [longitude, latitude] as const,
      )
      expect(ring[0]).toEqual(ring.at(-1))
      expect(counterClockwise(ring)).toEqual(ring)
      const edges = segments(ring)
      const crossings = edges.flatMap((edge, index) =>
        edges.slice(index + 2).filter((other) => crosses(edge, other)),
      )
      expect(crossings).toEqual([])
    },
  )
})

type Segment = readonly [readonly [number, number], readonly [number, number]]

function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  const side = (
    from: readonly [number, number],
    to: readonly [number, number],
    point: readonly [number, number],
  ) => Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

test('telephone numbers are ones that nobody has', () => {
  const text = readFileSync(new URL('municipality.json', import.meta.url), 'utf8')
  const numbers = text.match(/\b0\d{2}[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}\b/g) ?? []
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers.filter((number) => !number.replaceAll(/[ -]/g, '').startsWith('015000'))).toEqual([])
})
