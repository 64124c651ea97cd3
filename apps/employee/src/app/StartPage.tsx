import { Navigate } from 'react-router'
import { useStartPage } from '../overview/start-page.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { Waiting } from './Waiting.tsx'

/** The list that one chose to begin with, or that of everything. */
export function StartPage() {
  const { areKnown } = usePreferences()
  const [address] = useStartPage()
  return areKnown ? <Navigate to={address || '/incidents'} replace /> : <Waiting />
}
