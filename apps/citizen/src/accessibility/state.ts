// Written by the browser tests of the site, when they run with ACCESSIBILITY_STATE=write.
import type { AccessibilityState } from './statement.ts'

export const ACCESSIBILITY_STATE: AccessibilityState = {
  checkedOn: '2026-11-24',
  tool: 'axe-core 4.14.1',
  pages: [
    '/',
    '/bestaat-niet',
    '/kto/nee/…',
    '/melden/contact',
    '/melden/controle',
    '/melden/plaats',
    '/melden/verzonden/…',
    '/meldingenkaart',
    '/meldingenkaart/cijfers',
    '/mijn-meldingen',
    '/mijn-meldingen/overzicht',
    '/privacy',
    '/toegankelijkheid',
    '/verify_email/…',
    '/volgen/kaart',
    '/volgen/melding/…',
    '/zonder-verbinding',
  ],
  violations: [],
}
