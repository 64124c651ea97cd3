/** Design tokens by their names as custom properties, without the two hyphens. */
export type ThemeTokens = Readonly<Record<string, string>>

export interface TokenSet {
  readonly tokens: ThemeTokens
  /** What differs in the dark. */
  readonly darkTokens: ThemeTokens
}

/** A theme that fills every token there is has about so many. */
const MOST_TOKENS = 6000
const NAME = /^[a-z][a-z0-9-]{0,150}$/
/** Only plain values: a theme must not be able to do more than look different, or to fetch anything. */
const VALUE = /^[^;{}<>\\]{1,300}$/
const DARK = /@media[^{]*prefers-color-scheme\s*:\s*dark[^{]*\{/gi

export function isThemeToken(name: string, value: string): boolean {
  return NAME.test(name) && VALUE.test(value) && !/url\s*\(|expression\s*\(|@import/i.test(value)
}

/**
 * An NL Design System theme in either form in which they are handed on: CSS with custom properties, or JSON as Style
 * Dictionary and the W3C format have it. Undefined when there is no token in it.
 */
export function readTokenSet(text: string): TokenSet | undefined {
  const set = text.trimStart().startsWith('{') ? readJson(text) : readCss(text)
  const isEmpty =
    set === undefined || Object.keys(set.tokens).length + Object.keys(set.darkTokens).length === 0
  return isEmpty ? undefined : set
}

function readCss(css: string): TokenSet {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const dark: string[] = []
  let light = ''
  let from = 0
  for (const match of bare.matchAll(DARK)) {
    const start = match.index + match[0].length
    const end = findEndOfBlock(bare, start)
    light += bare.slice(from, match.index)
    dark.push(bare.slice(start, end))
    from = end
  }
  light += bare.slice(from)
  return { tokens: readDeclarations(light), darkTokens: readDeclarations(dark.join('\n')) }
}

function findEndOfBlock(css: string, start: number): number {
  let depth = 1
  for (let at = start; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}') depth--
    if (depth === 0) return at
  }
  return css.length
}

function readDeclarations(css: string): ThemeTokens {
  const found = [...css.matchAll(/--([a-zA-Z][\w-]*)\s*:\s*([^;{}]+)/g)]
  return collect(found.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()] as const))
}

function readJson(text: string): TokenSet | undefined {
  try {
    return { tokens: collect(flatten(JSON.parse(text), [], 0)), darkTokens: {} }
  } catch {
    return undefined
  }
}

function flatten(node: unknown, path: readonly string[], depth: number): (readonly [string, string])[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || depth > 12) return []
  const fields = node as Record<string, unknown>
  const value = fields.$value ?? fields.value
  if (typeof value === 'string' || typeof value === 'number') return [[toName(path), toValue(String(value))]]
  return Object.entries(fields).flatMap(([key, inner]) =>
    key.startsWith('$') ? [] : flatten(inner, [...path, key], depth + 1),
  )
}

/** `backgroundColor` becomes `background-color`. */
function toName(path: readonly string[]): string {
  return path
    .join('-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_.]+/g, '-')
    .toLowerCase()
}

/** `{basis.color.default}` refers to another token. */
function toValue(value: string): string {
  return value.replace(/\{([\w .-]+)\}/g, (_, path: string) => `var(--${toName(path.split('.'))})`)
}

function collect(entries: readonly (readonly [string, string])[]): ThemeTokens {
  return Object.fromEntries(
    entries.filter(([name, value]) => isThemeToken(name, value)).slice(0, MOST_TOKENS),
  )
}
