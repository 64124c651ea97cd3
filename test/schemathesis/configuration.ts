import type { KnownThings } from './known-things.ts'

/** Which known things a parameter is filled with half of the time; otherwise it is left to chance. */
const FILLED: readonly (readonly [path: string, parameter: string, things: string])[] = [
  ['^/signals/v1/private/signals/\\{id\\}', 'path.id', 'report_numbers'],
  ['^/signals/v1/(public|my)/signals/\\{uuid\\}', 'path.uuid', 'report_uuids'],
  ['^/signals/v1/public/qa/sessions/', 'path.uuid', 'sessions'],
  ['^/signals/v1/public/feedback/forms/', 'path.token', 'feedback_tokens'],
  [
    '^/signals/v1/private/(users|roles|departments|categories|expressions|sources|permissions|status-messages)/',
    'path.id',
    'small_numbers',
  ],
  ['/terms/categories/\\{slug\\}', 'path.slug', 'main_slugs'],
  ['/sub_categories/\\{sub_slug\\}', 'path.sub_slug', 'sub_slugs'],
  ['^/signals/v1/(public|private)/signals$', 'body.category.sub_category', 'sub_categories'],
]

/**
 * After these are removed there is something still, and should be: our own text of a mail, a category without
 * an icon. The tool would take that for a thing that lives on.
 */
const FALL_BACK = [
  'DELETE /signals/v1/private/mail-templates/{key}',
  'DELETE /signals/v1/private/categories/{id}/icon',
]

/**
 * The tool's own configuration. Secrets come in by the environment, so that they stand in no file. The
 * tokens are sent where the document asks for them, and left out where it does not.
 */
export function presentConfiguration(things: KnownThings): string {
  const dictionaries = Object.entries(things).map(
    ([name, values]) => `[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}`,
  )
  const operations = FILLED.map(
    ([path, parameter, name]) =>
      `[[operations]]\ninclude-path-regex = ${literal(path)}\nparameters = { ${JSON.stringify(parameter)} = { dictionary = "${name}", probability = 0.5 } }`,
  )
  const kept = FALL_BACK.map(
    (name) => `[[operations]]\ninclude-name = "${name}"\nphases = { stateful = { enabled = false } }`,
  )
  return [
    'warnings = false',
    'suppress-health-check = ["all"]',
    'request-timeout = 45.0',
    '[cache]\nenabled = false',
    '[generation]\ndatabase = "none"',
    `[auth.openapi.employee]\nbearer = "${variable('EMPLOYEE_TOKEN')}"`,
    `[auth.openapi.reporter]\napi_key = "Token ${variable('REPORTER_TOKEN')}"`,
    ...dictionaries,
    ...operations,
    ...kept,
  ].join('\n\n')
}

function variable(name: string): string {
  return `$\{${name}}`
}

/** A text of TOML in which nothing is escaped. */
function literal(text: string): string {
  return `'${text}'`
}
