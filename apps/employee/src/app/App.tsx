import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { RequestRefused } from '../api/failures.ts'
import { LanguageProvider } from '../language/language-context.tsx'
import { SessionGate } from '../session/SessionGate.tsx'
import { router } from './router.tsx'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without connection, what was taken along still answers.
      networkMode: 'offlineFirst',
      retry: (failures, error) => !(error instanceof RequestRefused) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </LanguageProvider>
  )
}
