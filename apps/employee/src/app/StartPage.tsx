import { Navigate } from 'react-router'
import { useStartPage } from '../overview/start-page.ts'

/** The list that one chose to begin with, or that of everything. */
export function StartPage() {
  const [address] = useStartPage()
  return <Navigate to={address || '/incidents'} replace />
}
