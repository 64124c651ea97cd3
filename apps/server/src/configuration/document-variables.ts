import { VARIABLES, type Variable } from './variables.ts'

const HEAD = `# Configuration

Everything that the process reads from its environment. This page is made from the list in the code
(\`npm run signalen -- document\`); a check fails when the two differ. What a municipality decides for itself
(categories, texts, terms) stands in its configuration file and in the settings, not here. A secret may also stand in
a file: \`SECRET_FILE\` names the file that holds \`SECRET\`, and so on for every secret.

| variable | default | in production | meaning |
|---|---|---|---|
`

/** docs/configuration.md. */
export function documentVariables(): string {
  return HEAD + (VARIABLES as readonly Variable[]).map(rowOf).join('')
}

function rowOf(variable: Variable): string {
  const fallback = variable.defaultText ? `\`${variable.defaultText}\`` : ''
  const production = variable.requiredInProduction ? 'required' : ''
  const secret = variable.secret ? ' Secret: never printed.' : ''
  return `| \`${variable.name}\` | ${fallback} | ${production} | ${variable.meaning}${secret} |\n`
}
