import { createBrowserRouter, Navigate } from 'react-router'
import { SignedInPage } from '../session/SignedInPage.tsx'
import { BrokenPage, NotFoundPage } from './error-pages.tsx'
import { Shell } from './Shell.tsx'
import { Waiting } from './Waiting.tsx'

export const router = createBrowserRouter(
  [
    { path: '/ingelogd', element: <SignedInPage /> },
    {
      element: <Shell />,
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <Waiting />,
      children: [
        { index: true, element: <Navigate to="/incidents" replace /> },
        { path: 'incidents', lazy: () => import('../overview/OverviewPage.tsx') },
        { path: 'incident/nieuw', lazy: () => import('../create/CreatePage.tsx') },
        { path: 'incident/:id/split', lazy: () => import('../split/SplitPage.tsx') },
        { path: 'incident/:id', lazy: () => import('../report/ReportPage.tsx') },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ],
  { basename: '/manage' },
)
