import { Button } from '@signalen/ui'
import { Link } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { useReleaseNews } from './use-release-news.ts'

/** Once after an upgrade. */
export function ReleaseBar() {
  const { help: texts } = useMessages()
  const { isNew, dismiss } = useReleaseNews()
  if (!isNew) return null
  return (
    <div className="release-bar" role="status">
      <span>{texts.isNew}</span>
      <Link className="nl-link" to="/nieuw" onClick={dismiss}>
        {texts.news}
      </Link>
      <Button purpose="subtle" onClick={dismiss}>
        {texts.dismiss}
      </Button>
    </div>
  )
}
