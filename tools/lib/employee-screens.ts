interface EmployeeScreen {
  readonly name: string
  readonly page: string
  readonly alt: string
  readonly path: string
  readonly devices: readonly ('phone' | 'desktop')[]
}

const BOTH = ['phone', 'desktop'] as const
const DESK = ['desktop'] as const

/** What employees see, in the order of their work. */
export const EMPLOYEE_SCREENS: readonly EmployeeScreen[] = [
  {
    name: 'employee-overview',
    page: 'For employees: reports',
    alt: 'The list of reports, with filters, states and deadlines.',
    path: 'incidents',
    devices: BOTH,
  },
  {
    name: 'employee-report',
    page: 'For employees: reports',
    alt: 'One report: text, photos, place, contact, state and history.',
    path: 'incident/200',
    devices: BOTH,
  },
  {
    name: 'employee-figures',
    page: 'For employees: reports',
    alt: 'Figures of all reports, with what is too late on top.',
    path: 'signalering',
    devices: DESK,
  },
  {
    name: 'employee-settings',
    page: 'For employees: settings',
    alt: 'All that can be set.',
    path: 'instellingen',
    devices: DESK,
  },
  {
    name: 'employee-questions',
    page: 'For employees: settings',
    alt: 'The questions of categories.',
    path: 'instellingen/vragen',
    devices: DESK,
  },
  {
    name: 'employee-rules',
    page: 'For employees: settings',
    alt: 'A new rule that routes reports.',
    path: 'instellingen/regels/nieuw',
    devices: DESK,
  },
  {
    name: 'employee-areas',
    page: 'For employees: settings',
    alt: 'Areas on the map.',
    path: 'instellingen/gebieden',
    devices: DESK,
  },
  {
    name: 'employee-theme',
    page: 'For employees: settings',
    alt: 'The theme of the site for residents, with a preview.',
    path: 'instellingen/uiterlijk',
    devices: DESK,
  },
]
