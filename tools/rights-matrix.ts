// Writes docs/rights-matrix.md out of the table of rights in the domain and the roles of the demonstration.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type RoleDefinition, renderRightsMatrix } from '@signalen/domain'

export const RIGHTS_MATRIX = new URL('../docs/rights-matrix.md', import.meta.url)
const DEMONSTRATION = new URL('../demo/municipality.json', import.meta.url)

const HEAD = `# Rechtenmatrix

Wie mag wat? Deze bladzijde is gemaakt uit de ene tabel waar ook de server naar kijkt
(\`packages/domain/src/rights/operations.ts\`), met de rollen van de voorbeeldgemeente. Maak haar opnieuw met
\`node tools/rights-matrix.ts\`; een toets faalt als de bladzijde en de tabel verschillen. Uw eigen rollen en hun rechten stelt
u in bij de instellingen of in het configuratiebestand.

- **ja**: mag het, bij elke melding
- **eigen afdeling**: alleen als de melding van de eigen afdeling is: door de categorie of door de toewijzing
- **nee**: mag het niet

Een beheerder met alle rechten (\`isSuperuser\`) mag alles. Het recht \`handle_person_rights\` heeft geen van deze rollen: geef het in het
configuratiebestand aan wie verzoeken van inwoners over hun gegevens behandelt.

`

export function makeRightsMatrix(): string {
  const { roles } = JSON.parse(readFileSync(DEMONSTRATION, 'utf8')) as { roles: RoleDefinition[] }
  return `${HEAD}${renderRightsMatrix(roles)}\n`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(RIGHTS_MATRIX, makeRightsMatrix())
}
