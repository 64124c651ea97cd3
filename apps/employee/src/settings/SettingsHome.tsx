import { Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { PageHeading } from '../components/Page.tsx'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { listOpenSections } from './sections.ts'

export function Component() {
  const { settings } = useMessages()
  const sections = listOpenSections(useRights())
  return (
    <>
      <PageHeading title={settings.title} />
      <Paragraph>{sections.length > 0 ? settings.intro : settings.nothing}</Paragraph>
      <ul className="tiles">
        {sections.map(({ name, path }) => (
          <li key={name} className="tile">
            <Link className="nl-link tile__link" to={`/instellingen/${path}`}>
              {settings.sections[name]}
            </Link>
            <span className="tile__about">{settings.about[name]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
