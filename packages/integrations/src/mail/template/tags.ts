import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
  type Value,
} from 'liquidjs'
import { type Condition, isConditionTrue, listValues, parseCondition, readValue } from './conditions.ts'
import { isDictionary } from './values.ts'

interface Branch {
  /** Absent for `else`. */
  readonly condition?: Condition
  readonly templates: Template[]
}

class IfTag extends Tag {
  readonly #branches: Branch[] = []

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid)
    this.#open({ condition: parseCondition(token.args, liquid), templates: [] })
    const stream = parser
      .parseStream(rest)
      .on('tag:elif', (tag: TagToken) =>
        this.#open({ condition: parseCondition(tag.args, liquid), templates: [] }),
      )
      .on('tag:else', () => this.#open({ templates: [] }))
      .on('tag:endif', () => stream.stop())
      .on('template', (template: Template) => this.#branches.at(-1)?.templates.push(template))
      .on('end', () => refuseUnclosed('if'))
    stream.start()
  }

  #open(branch: Branch): void {
    const last = this.#branches.at(-1)
    if (last && !last.condition)
      throw new Error('na "else" kan binnen hetzelfde "if" geen andere keuze komen')
    this.#branches.push(branch)
  }

  *render(context: Context, emitter: Emitter): Generator<unknown> {
    for (const { condition, templates } of this.#branches) {
      if (condition && !(yield* isConditionTrue(condition, context))) continue
      yield this.liquid.renderer.renderTemplates(templates, context, emitter)
      return
    }
  }

  children(): Generator<unknown, Template[]> {
    return presentChildren(this.#branches.flatMap(({ templates }) => templates))
  }

  arguments(): Value[] {
    return this.#branches.flatMap(({ condition }) => (condition ? listValues(condition) : []))
  }
}

const FOR = /^\s*([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s+in\s+(\S.*?)(\s+reversed)?\s*$/s

class ForTag extends Tag {
  readonly #names: readonly string[]
  readonly #collection: Value
  readonly #view: 'self' | 'items' | 'keys' | 'values'
  readonly #isReversed: boolean
  readonly #templates: Template[] = []
  readonly #emptyTemplates: Template[] = []

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid)
    const [, names, collection, reversed] = FOR.exec(token.args) ?? []
    if (!names || !collection) throw new Error(`"for ${token.args.trim()}" is niet te lezen`)
    const [, path, view] = /^(.*)\.(items|keys|values)$/.exec(collection) ?? []
    this.#names = names.split(',').map((name) => name.trim())
    this.#collection = readValue(path ?? collection, liquid)
    this.#view = (view as 'items' | 'keys' | 'values' | undefined) ?? 'self'
    this.#isReversed = reversed !== undefined
    this.#readBody(rest, parser)
  }

  #readBody(rest: TopLevelToken[], parser: Parser): void {
    let current = this.#templates
    const stream = parser
      .parseStream(rest)
      .on('tag:empty', () => {
        current = this.#emptyTemplates
      })
      .on('tag:endfor', () => stream.stop())
      .on('template', (template: Template) => current.push(template))
      .on('end', () => refuseUnclosed('for'))
    stream.start()
  }

  *render(context: Context, emitter: Emitter): Generator<unknown> {
    const members = listMembers(yield this.#collection.value(context, true), this.#view)
    if (this.#isReversed) members.reverse()
    const { renderer } = this.liquid
    if (members.length === 0) yield renderer.renderTemplates(this.#emptyTemplates, context, emitter)
    const parentloop: unknown = context.getSync(['forloop'])
    for (const [index, member] of members.entries()) {
      const forloop = { ...describeTurn(index, members.length), parentloop }
      context.push({ ...nameParts(this.#names, member), forloop })
      yield renderer.renderTemplates(this.#templates, context, emitter)
      context.pop()
    }
  }

  children(): Generator<unknown, Template[]> {
    return presentChildren([...this.#templates, ...this.#emptyTemplates])
  }

  arguments(): Value[] {
    return [this.#collection]
  }

  blockScope(): string[] {
    return [...this.#names, 'forloop']
  }
}

function listMembers(collection: unknown, view: 'self' | 'items' | 'keys' | 'values'): unknown[] {
  if (isDictionary(collection)) {
    switch (view) {
      case 'items':
        return Object.entries(collection)
      case 'values':
        return Object.values(collection)
      default:
        return Object.keys(collection)
    }
  }
  if (view !== 'self') return []
  if (typeof collection === 'string') return [...collection]
  return Array.isArray(collection) ? [...collection] : []
}

function nameParts(names: readonly string[], member: unknown): Record<string, unknown> {
  const [first, ...others] = names
  if (first === undefined) return {}
  if (others.length === 0) return { [first]: member }
  const parts: readonly unknown[] = Array.isArray(member) ? member : []
  return Object.fromEntries(names.map((name, index) => [name, parts[index]]))
}

function describeTurn(index: number, length: number) {
  return {
    counter: index + 1,
    counter0: index,
    revcounter: length - index,
    revcounter0: length - index - 1,
    first: index === 0,
    last: index === length - 1,
  }
}

const WITH_PAIR = /([A-Za-z_]\w*)=((?:[^\s"']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')+)/g

class WithTag extends Tag {
  readonly #pairs: readonly (readonly [string, Value])[]
  readonly #templates: Template[] = []

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid)
    this.#pairs = readWithPairs(token.args, liquid)
    const stream = parser
      .parseStream(rest)
      .on('tag:endwith', () => stream.stop())
      .on('template', (template: Template) => this.#templates.push(template))
      .on('end', () => refuseUnclosed('with'))
    stream.start()
  }

  *render(context: Context, emitter: Emitter): Generator<unknown> {
    const scope: Record<string, unknown> = {}
    for (const [name, value] of this.#pairs) scope[name] = yield value.value(context, true)
    context.push(scope)
    yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter)
    context.pop()
  }

  children(): Generator<unknown, Template[]> {
    return presentChildren(this.#templates)
  }

  arguments(): Value[] {
    return this.#pairs.map(([, value]) => value)
  }

  blockScope(): string[] {
    return this.#pairs.map(([name]) => name)
  }
}

function readWithPairs(text: string, liquid: Liquid): (readonly [string, Value])[] {
  const [, value, name] = /^\s*(\S+)\s+as\s+([A-Za-z_]\w*)\s*$/.exec(text) ?? []
  if (value && name) return [[name, readValue(value, liquid)]]
  const pairs = [...text.matchAll(WITH_PAIR)].map(
    ([, key = '', operand = '']) => [key, readValue(operand, liquid)] as const,
  )
  if (pairs.length === 0) throw new Error(`"with ${text.trim()}" is niet te lezen`)
  return pairs
}

/** `load` names libraries of the server that the templates come from; here everything is at hand. */
class LoadTag extends Tag {
  render(): void {}
}

/** Nothing is escaped before Markdown, so switching it off or on changes nothing but must be readable. */
class AutoescapeTag extends Tag {
  readonly #templates: Template[] = []

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid)
    const stream = parser
      .parseStream(rest)
      .on('tag:endautoescape', () => stream.stop())
      .on('template', (template: Template) => this.#templates.push(template))
      .on('end', () => refuseUnclosed('autoescape'))
    stream.start()
  }

  *render(context: Context, emitter: Emitter): Generator<unknown> {
    yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter)
  }

  children(): Generator<unknown, Template[]> {
    return presentChildren(this.#templates)
  }
}

/** The analysis of variables walks through what a tag encloses. */
function* presentChildren(templates: Template[]): Generator<unknown, Template[]> {
  yield* []
  return templates
}

function refuseUnclosed(name: string): never {
  throw new Error(`"${name}" wordt niet afgesloten met "end${name}"`)
}

type TagClass = Parameters<Liquid['registerTag']>[1]

export const MAIL_TAGS: Readonly<Record<string, TagClass>> = {
  if: IfTag,
  for: ForTag,
  with: WithTag,
  load: LoadTag,
  autoescape: AutoescapeTag,
}
