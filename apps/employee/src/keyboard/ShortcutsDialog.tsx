import { CheckboxField, Paragraph } from '@signalen/ui'
import { useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { useMessages } from '../language/language-context.tsx'
import type { Messages } from '../messages/nl.ts'
import { areShortcutsOn, setShortcutsOn } from './shortcuts-setting.ts'

type ShortcutName = Exclude<keyof Messages['overview']['shortcuts'], 'title' | 'intro' | 'or' | 'use'>

const KEYS: readonly (readonly [ShortcutName, readonly string[]])[] = [
  ['down', ['j']],
  ['up', ['k']],
  ['open', ['Enter']],
  ['select', ['x']],
  ['search', ['/']],
  ['filter', ['f']],
  ['overview', ['o']],
  ['create', ['n']],
  ['next', ['j']],
  ['previous', ['k']],
  ['status', ['s']],
  ['note', ['m']],
  ['assignMe', ['a']],
  ['category', ['c']],
  ['urgent', ['h']],
  ['relate', ['b']],
  ['back', ['u']],
  ['palette', ['Ctrl+K']],
  ['send', ['Ctrl+Enter']],
  ['help', ['?']],
]

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts } = useMessages().overview
  const [isOn, setIsOn] = useState(areShortcutsOn)
  const toggle = (next: boolean) => {
    setShortcutsOn(next)
    setIsOn(next)
  }
  return (
    <Dialog title={shortcuts.title} onClose={onClose}>
      <Paragraph>{shortcuts.intro}</Paragraph>
      <CheckboxField
        id="shortcuts-on"
        name="shortcuts-on"
        label={shortcuts.use}
        checked={isOn}
        onChange={(event) => toggle(event.target.checked)}
      />
      <dl className="shortcuts">
        {KEYS.map(([name, keys]) => (
          <div key={name} className="shortcuts__row">
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && ` ${shortcuts.or} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{shortcuts[name]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
