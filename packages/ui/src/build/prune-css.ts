import { globSync, readFileSync } from 'node:fs'
import postcss, { type AcceptedPlugin, type Root, type Rule } from 'postcss'

export interface PruneOptions {
  /** Files whose words are the class names in use; patterns from the folder that is built. */
  readonly content: readonly string[]
  /** Class names that a library makes itself. */
  readonly keep?: RegExp
}

/**
 * Leaves out what a page cannot use: rules for classes that no source file names, and custom properties
 * that no remaining rule reads. The design system's style sheets hold ten times what one site needs.
 */
export function pruneCss(options: PruneOptions): AcceptedPlugin {
  return {
    postcssPlugin: 'prune-css',
    OnceExit(root) {
      const words = readWords(options.content)
      const isKnown = (name: string) => words.has(name) || options.keep?.test(name) === true
      root.walkRules((rule) => pruneRule(rule, isKnown))
      removeUnreadProperties(root, words)
      removeEmpty(root)
    },
  }
}

function readWords(patterns: readonly string[]): ReadonlySet<string> {
  const files = patterns.flatMap((pattern) => globSync(pattern))
  return new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(/[\w-]+/g) ?? []))
}

function pruneRule(rule: Rule, isKnown: (name: string) => boolean): void {
  if (isKeyframe(rule)) return
  const kept = rule.selectors.filter((selector) => isUsed(selector, isKnown))
  if (kept.length === 0) rule.remove()
  else if (kept.length < rule.selectors.length) rule.selectors = kept
}

function isKeyframe(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))
  )
}

function isUsed(selector: string, isKnown: (name: string) => boolean): boolean {
  const positive = selector.replace(/:not\([^)]*\)/g, '')
  return Array.from(positive.matchAll(/\.([\w-]+)/g)).every(([, name]) => isKnown(name ?? ''))
}

/** A property may also be read in another style sheet that is among the content. */
function removeUnreadProperties(root: Root, words: ReadonlySet<string>): void {
  for (let removed = true; removed; ) {
    const read = readPropertyNames(root)
    removed = false
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop) || words.has(declaration.prop)) return
      declaration.remove()
      removed = true
    })
  }
}

function readPropertyNames(root: Root): ReadonlySet<string> {
  const names = new Set<string>()
  root.walkDecls((declaration) => {
    for (const [name] of declaration.value.matchAll(/--[\w-]+/g)) names.add(name)
  })
  return names
}

function removeEmpty(root: Root): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
  root.walkAtRules((atRule) => {
    if (atRule.nodes?.length === 0 && atRule.name !== 'layer') atRule.remove()
  })
}

/** The same outside a build, for tests. */
export async function prune(css: string, options: PruneOptions): Promise<string> {
  const { css: pruned } = await postcss([pruneCss(options)]).process(css, { from: undefined })
  return pruned
}
