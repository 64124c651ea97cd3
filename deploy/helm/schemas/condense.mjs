// Takes of the JSON schemas of Kubernetes what our chart makes, without descriptions, so that manifests can be
// checked without a network. `node condense.mjs FOLDER`, where FOLDER holds the schemas of one version with
// local references (such as v1.34.0-local-strict in the Python package kubernetes-validate).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KINDS = [
  'configmap-v1',
  'deployment-apps-v1',
  'horizontalpodautoscaler-autoscaling-v2',
  'ingress-networking-v1',
  'job-batch-v1',
  'networkpolicy-networking-v1',
  'poddisruptionbudget-policy-v1',
  'service-v1',
  'serviceaccount-v1',
]
const DEFINITIONS = '_definitions.json'
const REFERENCE = /#\/\$defs\/(.+)$/

const [from] = process.argv.slice(2)
const read = (name) => JSON.parse(readFileSync(join(from, name), 'utf8'))
/** Identifiers name a server, which then would have to be asked for the definitions. */
const write = (name, { $id: _, ...schema }) =>
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(schema)}\n`)

const { $defs: definitions } = read(DEFINITIONS)
const needed = new Set()
for (const kind of KINDS) {
  const schema = withoutDescriptions(read(`${kind}.json`))
  collect(schema)
  write(`${kind}.json`, schema)
}
const kept = [...needed].toSorted().map((name) => [name, withoutDescriptions(definitions[name])])
write(DEFINITIONS, { $defs: Object.fromEntries(kept) })

function collect(value) {
  if (typeof value !== 'object' || value === null) return
  const [, name] = REFERENCE.exec(value.$ref ?? '') ?? []
  if (name && !needed.has(name)) {
    needed.add(name)
    collect(definitions[name])
  }
  for (const part of Object.values(value)) collect(part)
}

/** A property may itself be called `description`; then it is an object, not a text. */
function withoutDescriptions(value) {
  if (Array.isArray(value)) return value.map(withoutDescriptions)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !(name === 'description' && typeof part === 'string'))
      .map(([name, part]) => [name, name === '$ref' ? nearby(part) : withoutDescriptions(part)]),
  )
}

/** The definitions lie in the same folder. */
function nearby(reference) {
  return typeof reference === 'string' ? reference.replace(/^\/api\//, '') : withoutDescriptions(reference)
}
