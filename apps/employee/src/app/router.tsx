import { createBrowserRouter, type RouteObject } from 'react-router'
import { SignedInPage } from '../session/SignedInPage.tsx'
import { BrokenPage, NotFoundPage } from './error-pages.tsx'
import { Shell } from './Shell.tsx'
import { StartPage } from './StartPage.tsx'
import { Waiting } from './Waiting.tsx'

/** What few people need, and seldom, is fetched when it is opened. */
const settings: RouteObject[] = [
  { index: true, lazy: () => import('../settings/SettingsHome.tsx') },
  { path: 'gebruikers', lazy: () => import('../settings/users/UsersPage.tsx') },
  { path: 'gebruikers/nieuw', lazy: () => import('../settings/users/UserPage.tsx') },
  { path: 'gebruikers/inlezen', lazy: () => import('../settings/users/ImportUsersPage.tsx') },
  { path: 'gebruikers/:id', lazy: () => import('../settings/users/UserPage.tsx') },
  { path: 'rollen', lazy: () => import('../settings/roles/RolesPage.tsx') },
  { path: 'rollen/nieuw', lazy: () => import('../settings/roles/RolePage.tsx') },
  { path: 'rollen/:id', lazy: () => import('../settings/roles/RolePage.tsx') },
  { path: 'afdelingen', lazy: () => import('../settings/departments/DepartmentsPage.tsx') },
  { path: 'afdelingen/nieuw', lazy: () => import('../settings/departments/DepartmentPage.tsx') },
  { path: 'afdelingen/:id', lazy: () => import('../settings/departments/DepartmentPage.tsx') },
  { path: 'categorieen', lazy: () => import('../settings/categories/CategoriesPage.tsx') },
  { path: 'categorieen/:id', lazy: () => import('../settings/categories/CategoryPage.tsx') },
  { path: 'vragen', lazy: () => import('../settings/questions/QuestionsPage.tsx') },
  { path: 'vragen/:id', lazy: () => import('../settings/questions/QuestionDesignPage.tsx') },
  { path: 'gebieden', lazy: () => import('../settings/areas/AreasPage.tsx') },
  { path: 'gebieden/inlezen', lazy: () => import('../settings/areas/ImportPage.tsx') },
  { path: 'gebieden/:type/:code', lazy: () => import('../settings/areas/AreaPage.tsx') },
  { path: 'standaardteksten', lazy: () => import('../settings/texts/TextsPage.tsx') },
  { path: 'standaardteksten/nieuw', lazy: () => import('../settings/texts/TextPage.tsx') },
  { path: 'standaardteksten/:id', lazy: () => import('../settings/texts/TextPage.tsx') },
  { path: 'regels', lazy: () => import('../settings/expressions/ExpressionsPage.tsx') },
  { path: 'regels/nieuw', lazy: () => import('../settings/expressions/ExpressionPage.tsx') },
  { path: 'regels/:id', lazy: () => import('../settings/expressions/ExpressionPage.tsx') },
  { path: 'mailteksten', lazy: () => import('../settings/mail/MailTemplatesPage.tsx') },
  { path: 'mailteksten/:key', lazy: () => import('../settings/mail/MailTemplatePage.tsx') },
  { path: 'mails', lazy: () => import('../settings/mail/MailsPage.tsx') },
  { path: 'voorstellen', lazy: () => import('../settings/suggestion/SuggestionPage.tsx') },
  { path: 'uiterlijk', lazy: () => import('../settings/theme/ThemePage.tsx') },
  { path: 'bronnen', lazy: () => import('../settings/sources/SourcesPage.tsx') },
  { path: 'tevredenheid', lazy: () => import('../settings/feedback/FeedbackAnswersPage.tsx') },
  { path: 'inrichten', lazy: () => import('../settings/setup/SetupPage.tsx') },
  { path: 'gemeente', lazy: () => import('../settings/municipality/MunicipalityPage.tsx') },
  { path: 'configuratie', lazy: () => import('../settings/municipality/ConfigurationPage.tsx') },
  { path: 'personen', lazy: () => import('../settings/persons/PersonsPage.tsx') },
  { path: 'gepland', lazy: () => import('../settings/planned/PlannedPage.tsx') },
  { path: 'achtergrond', lazy: () => import('../settings/operations/TasksPage.tsx') },
  { path: 'logboek', lazy: () => import('../settings/operations/AuditPage.tsx') },
  { path: 'export', lazy: () => import('../settings/export/ExportPage.tsx') },
  { path: '*', element: <NotFoundPage /> },
]

export const router = createBrowserRouter(
  [
    { path: '/ingelogd', element: <SignedInPage /> },
    {
      element: <Shell />,
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <Waiting />,
      children: [
        { index: true, element: <StartPage /> },
        { path: 'incidents', lazy: () => import('../overview/OverviewPage.tsx') },
        { path: 'incident/nieuw', lazy: () => import('../create/CreatePage.tsx') },
        { path: 'incident/:id/split', lazy: () => import('../split/SplitPage.tsx') },
        { path: 'incident/:id', lazy: () => import('../report/ReportPage.tsx') },
        { path: 'route', lazy: () => import('../field/RoutePage.tsx') },
        { path: 'signalering', lazy: () => import('../figures/FiguresPage.tsx') },
        { path: 'uitleg/:name', lazy: () => import('../help/StoryPage.tsx') },
        { path: 'nieuw', lazy: () => import('../help/NewsPage.tsx') },
        { path: 'instellingen', lazy: () => import('../settings/SettingsLayout.tsx'), children: settings },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ],
  { basename: '/manage' },
)
