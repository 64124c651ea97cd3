import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { findScreen } from './screens.ts'

const HelpDialog = lazy(() => import('./HelpDialog.tsx'))

/** What one can do on this screen. The texts are fetched when someone asks. */
export function HelpButton() {
  const { help: texts } = useMessages()
  const screen = findScreen(useLocation().pathname)
  const [isOpen, setIsOpen] = useState(false)
  if (!screen) return null
  return (
    <>
      <button
        type="button"
        className="icon-button help-button"
        aria-label={texts.open}
        title={texts.open}
        onClick={() => setIsOpen(true)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <HelpDialog screen={screen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
