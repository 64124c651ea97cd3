import type { FileRows, SectionName } from './configuration.ts'
import type { JsonPath } from './located-json.ts'
import type { ConfigurationFault, ReadConfiguration } from './read-configuration.ts'
import { categoryKey, SECTIONS } from './sections.ts'
import type { StoredState } from './stored/read-stored.ts'

/** What rows of a file say about each other, and about what is stored already. */
export function findReferenceFaults(read: ReadConfiguration, stored: StoredState): ConfigurationFault[] {
  return new ReferenceCheck(read, stored).run()
}

const ROUTING_TYPE = 'routing'

class ReferenceCheck {
  readonly #read: ReadConfiguration
  readonly #stored: StoredState
  readonly #known = new Map<SectionName, ReadonlySet<string>>()
  readonly #faults: ConfigurationFault[] = []

  constructor(read: ReadConfiguration, stored: StoredState) {
    this.#read = read
    this.#stored = stored
  }

  run(): ConfigurationFault[] {
    const { given } = this.#read
    for (const user of given.users) this.#checkUser(user)
    for (const category of given.categories) this.#checkCategory(category)
    for (const area of given.areas) this.#checkArea(area)
    for (const expression of given.expressions) {
      this.#mustExist(expression, ['type'], 'expressionTypes', expression.type)
    }
    for (const rule of given.routingExpressions) this.#checkRule(rule)
    for (const answer of given.standardAnswers) {
      if (answer.topic) this.#mustExist(answer, ['topic'], 'standardAnswerTopics', answer.topic)
    }
    for (const message of given.statusMessages) this.#checkPlaces(message)
    for (const text of given.statusMessageTemplates) {
      this.#mustExist(text, ['main'], 'categories', categoryKey(text.main, text.sub))
    }
    return this.#faults
  }

  #checkUser(user: FileRows['users']): void {
    user.roles?.forEach((role, index) => {
      this.#mustExist(user, ['roles', index], 'roles', role)
    })
    user.departments?.forEach((code, index) => {
      this.#mustExist(user, ['departments', index], 'departments', code)
    })
  }

  #checkCategory(category: FileRows['categories']): void {
    if (category.main !== null) this.#mustExist(category, ['slug'], 'categories', category.main)
    category.departments?.forEach(({ code }, index) => {
      this.#mustExist(category, ['departments', index], 'departments', code)
    })
    this.#refuseRepeats(
      category,
      'departments',
      category.departments?.map(({ code }) => code.toLowerCase()),
    )
    this.#refuseRepeats(
      category,
      'questions',
      category.questions?.map(({ key }) => key),
    )
  }

  #checkArea(area: FileRows['areas']): void {
    this.#mustExist(area, ['type'], 'areaTypes', area.type)
    const isStored = this.#stored.ids.areas.has(SECTIONS.areas.keyOf(area))
    if (!isStored && area.geometry === undefined) this.#add(area, ['geometry'], 'is missing for a new area')
  }

  #checkRule(rule: FileRows['routingExpressions']): void {
    const key = SECTIONS.expressions.keyOf({ type: ROUTING_TYPE, name: rule.expression, code: '' })
    this.#mustExist(rule, ['expression'], 'expressions', key)
    this.#mustExist(rule, ['department'], 'departments', rule.department)
    if (rule.user && this.#mustExist(rule, ['user'], 'users', rule.user) && rule.isActive) {
      this.#checkAssignee(rule, rule.user)
    }
  }

  /** A rule that is active may only assign to someone who is there to do it. */
  #checkAssignee(rule: FileRows['routingExpressions'], email: string): void {
    const user = this.#findUser(email)
    if (user?.isActive === false) this.#add(rule, ['user'], `${email} is not active`)
    const codes = user?.departments?.map((code) => code.toLowerCase()) ?? []
    if (!codes.includes(rule.department.toLowerCase())) {
      this.#add(rule, ['user'], `${email} is not part of department ${rule.department}`)
    }
  }

  #findUser(email: string): FileRows['users'] | undefined {
    const isUser = (user: FileRows['users']) => user.email.toLowerCase() === email.toLowerCase()
    const stored = this.#stored.configuration.users.find(isUser)
    const given = this.#read.given.users.find(isUser)
    return given ? { ...stored, ...given } : stored
  }

  #checkPlaces(message: FileRows['statusMessages']): void {
    const keys = message.categories?.map(({ main, sub }) => categoryKey(main, sub))
    keys?.forEach((key, index) => {
      this.#mustExist(message, ['categories', index], 'categories', key)
    })
    this.#refuseRepeats(message, 'categories', keys)
  }

  #refuseRepeats(row: object, field: string, keys: readonly string[] | undefined): void {
    keys?.forEach((key, index) => {
      if (keys.indexOf(key) < index) this.#add(row, [field, index], `${key} stands here twice`)
    })
  }

  #mustExist(row: object, at: JsonPath, section: SectionName, key: string): boolean {
    const exists = this.#knownKeys(section).has(isCaseless(section) ? key.toLowerCase() : key)
    if (!exists) this.#add(row, at, `there is no ${SECTIONS[section].label} ${key}`)
    return exists
  }

  #knownKeys(section: SectionName): ReadonlySet<string> {
    const known = this.#known.get(section) ?? this.#collectKeys(section)
    this.#known.set(section, known)
    return known
  }

  #collectKeys<Name extends SectionName>(section: Name): ReadonlySet<string> {
    const rows = this.#read.given[section] as readonly FileRows[Name][]
    return new Set([...this.#stored.ids[section].keys(), ...rows.map((row) => SECTIONS[section].keyOf(row))])
  }

  #add(row: object, at: JsonPath, reason: string): void {
    this.#faults.push(this.#read.faultAt([...this.#read.pathOf(row), ...at], reason))
  }
}

function isCaseless(section: SectionName): boolean {
  return section === 'departments' || section === 'users'
}
