import { useSharedChoice } from '../state/use-shared-choice.ts'

/** The address of a list; nothing else can be a start page. */
function isListAddress(value: unknown): value is string {
  return typeof value === 'string' && (value === '' || value.startsWith('/incidents'))
}

/** Where one begins on this device; '' is the list of everything. */
export function useStartPage() {
  return useSharedChoice('start-page', '', isListAddress)
}
