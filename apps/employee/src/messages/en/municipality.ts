import type { Messages } from '../nl.ts'

interface SettingWords {
  readonly name: string
  readonly about: string
}

const SETTINGS: Readonly<Record<string, SettingWords>> = {
  name: { name: 'Name', about: 'What the municipality is called on the site, in e-mail and in PDF' },
  contact: {
    name: 'Contact details',
    about: 'How reporters reach the municipality; the emergency number is shown with danger',
  },
  mailFrom: { name: 'Sender of e-mail', about: 'A no-reply address with the name before it' },
  idPrefix: { name: 'Letters before the number', about: 'Stands before the number of every report' },
  timeZone: { name: 'Time zone', about: 'In which times are shown and terms are counted' },
  boundingBox: { name: 'Bounds of the map', about: 'West, south, east and north, in degrees' },
  addressCheck: {
    name: 'Check addresses',
    about: 'off: no; mark: unknown addresses are marked; require: they are refused',
  },
  addressMunicipalities: {
    name: 'Municipalities of addresses',
    about: 'Only addresses from these; empty is everywhere',
  },
  addressFormat: {
    name: 'How addresses are written',
    about: 'O street, h number, l letter, P postal code, W town',
  },
  signalAreaType: {
    name: 'Type of area of a report',
    about: 'The code of the type of area that is found for a report',
  },
  determineStadsdeel: { name: 'Find the district', about: 'Look the district up for every report' },
  objectOrigins: { name: 'Sources of objects', about: 'Addresses from which objects on the map may come' },
  publicGeography: { name: 'Public reports while reporting', about: 'Reporters see open reports nearby' },
  publicMapSignals: { name: 'Old public map', about: 'The old address of the map, for existing connections' },
  formLanguages: {
    name: 'Languages of the reporting form',
    about: 'nl, en, tr, pl, uk or ar; the first is the usual one',
  },
  offlineForm: {
    name: 'Reporting without a connection',
    about: 'A phone keeps the report until there is one',
  },
  publicMapMetres: { name: 'Rounding on the public map', about: 'In metres; 0 shows the exact place' },
  nearRadiusMetres: { name: 'What is near', about: 'In metres, for reports nearby' },
  nearWeeks: { name: 'How far back nearby', about: 'In weeks' },
  geographyPageSize: { name: 'Reports at a time on the map', about: 'More is heavier' },
  myReports: { name: 'My reports', about: 'Reporters see their own reports by a link in an e-mail' },
  myReportsHistoryMonths: { name: 'My reports: how far back', about: 'In months' },
  myReportsTokenMinutes: { name: 'My reports: how long the link works', about: 'In minutes' },
  emailVerificationHours: {
    name: 'Confirming a new e-mail address',
    about: 'How long the link works, in hours',
  },
  feedbackReceivedMail: { name: 'Thank for a reaction', about: 'An e-mail after giving an opinion' },
  feedbackQuestionnaire: {
    name: 'Ask for feedback with a questionnaire',
    about: 'For a citizen site of your own that knows it; else leave it off',
  },
  negativeContactMail: {
    name: 'E-mail after dissatisfaction',
    about: 'To who is dissatisfied and agrees to contact',
  },
  respectNoContact: {
    name: 'No contact is no e-mail',
    about: 'Who wants no contact after an opinion gets no more e-mail about that report',
  },
  routeAgainOnUpdate: {
    name: 'Assign again on change',
    about: 'Look at the rules again when place or category changes',
  },
  requireResponsibleDepartment: {
    name: 'Always a responsible department',
    about: 'A category without one is refused',
  },
  categorySlugEditable: {
    name: 'Change the web address of a category',
    about: 'Existing links no longer work then',
  },
  maximumChildren: { name: 'Most parts of a report', about: 'When splitting a report' },
  splitPerContainer: { name: 'Split by container', about: 'Who points at several gets a part for each' },
  splitPerTree: { name: 'Split by tree', about: 'Who points at several gets a part for each' },
  childSource: { name: 'Source of parts', about: 'And of reports of the municipality itself' },
  internalSourceByReporterDomain: {
    name: 'Mail domains of the municipality',
    about: 'Reports from these addresses get the source above',
  },
  internalSourceExceptions: { name: 'Exceptions to that', about: 'Addresses that are ordinary reporters' },
  causes: { name: 'Causes', about: 'What staff choose from when handling' },
  holidaysInDeadlines: { name: 'Holidays', about: 'none: count as working days; nl: do not count in terms' },
  holidays: { name: 'Own days off', about: 'Do not count in terms' },
  showEmployeeDetailsInPdf: { name: 'Staff in the PDF', about: 'Who did what, in the PDF of a report' },
  predictionThreshold: {
    name: 'Threshold of the suggested category',
    about: 'From 0 to 1; below it the suggestion is not taken over',
  },
  predictionFallback: {
    name: 'Category when nothing is sure',
    about: 'As main/sub, by their names in the web address',
  },
  predictionLearning: { name: 'Learn every week', about: 'From the own handled reports' },
  urgency: {
    name: 'Rules of danger',
    about: 'Words that make a report urgent; the words are set under Suggestions and danger',
  },
  cityControl: { name: 'CityControl', about: 'Reports can be sent to the software of enforcement' },
  cityControlMarkedSource: {
    name: 'CityControl: source that stands out',
    about: 'Reports of this source are called Signalering there',
  },
  cityControlHandles: {
    name: 'CityControl: done is handled',
    about: 'The report is then finished and its reporter gets an e-mail',
  },
  cityControlHandledText: {
    name: 'CityControl: text for the reporter',
    about: 'When the report is done there',
  },
  cityControlFailMinutes: {
    name: 'CityControl: how long sending may take',
    about: 'In minutes; after that it has failed',
  },
  anonymiseAfterDays: {
    name: 'Forget reporters after',
    about: 'In days after reporting, when the report has ended',
  },
  deleteAfterTerm: { name: 'Destroy reports after their term', about: 'The figures stay' },
  deletionTerms: {
    name: 'Terms of keeping',
    about: 'By final status, and by category where needed, in days',
  },
}

const TASKS: Readonly<Record<string, string>> = {
  '': 'Result',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
}

const AUDIT_ACTIONS: Readonly<Record<string, string>> = {
  'contact.seen': 'Contact details seen',
  'job.retried': 'Failed work done once more',
  'job.dropped': 'Failed work let be',
  'setting.saved': 'Setting changed',
  'area.saved': 'Area changed',
  'area.removed': 'Area removed',
  'areas.imported': 'Areas brought in',
  'users.imported': 'Users brought in',
  'change.prepared': 'Change planned',
  'change.published': 'Planned change made',
  'change.cancelled': 'Planned change cancelled',
  'setup.test_made': 'Test report made',
  'setup.test_removed': 'Test report removed',
  'setup.test_passed': 'Test report came all the way',
  'user.invited': 'User invited',
  'user.deactivated': 'User deactivated',
  'department.saved': 'Department changed',
  'role.saved': 'Role changed',
  'role.removed': 'Role removed',
  'status_message.saved': 'Standard text changed',
  'status_message.removed': 'Standard text removed',
  'mail_template.saved': 'Text of e-mail changed',
  'mail_template.deleted': 'Own text of e-mail removed',
  'mail_template.unreadable': 'Text of e-mail could not be read',
  'mail.sent_again': 'E-mail sent again',
  'sources.saved': 'Sources changed',
  'standardAnswers.saved': 'Answers about satisfaction changed',
  'category.merged': 'Category merged',
  'configuration.imported': 'Configuration file brought in',
}

export const municipality: Messages['municipality'] = {
  title: 'Municipality and keeping',
  intro: 'All settings of the municipality. What you change counts at once.',
  settingName: (name) => SETTINGS[name]?.name ?? name,
  settingAbout: (name) => SETTINGS[name]?.about ?? '',
  settingOrder: Object.keys(SETTINGS),
  standard: (value) => `Standard: ${value}`,
  isOwn: 'Own choice',
  on: 'On',
  off: 'Off',
  edit: (name) => `Change ${name}`,
  back: 'Back to the standard',
  listHint: 'One on each line',
  jsonHint: 'As JSON, as in the configuration file',
  jsonWrong: 'This is not JSON.',
  numberWrong: 'Fill in a number.',
  value: 'Value',
  tomorrow: 'What happens tomorrow',
  tomorrowIntro: 'With the terms of now. Nothing happens here yet.',
  anonymised: (count) =>
    count === 1
      ? 'Of 1 report the data of the reporter are erased.'
      : `Of ${count} reports the data of the reporter are erased.`,
  destroyed: (count, isCapped) =>
    count === 1 ? '1 report is destroyed.' : `${isCapped ? 'More than ' : ''}${count} reports are destroyed.`,
  destroyedOff: (count) => `Destroying is off. If it were on, it would be ${count} reports.`,
  which: 'Which reports',
  tasksTitle: 'Work in the background',
  tasksIntro: 'What is done by itself, when it was done last, and whether it worked.',
  task: 'Work',
  when: 'When',
  last: 'Last time',
  never: 'Never',
  outcome: (outcome) => TASKS[outcome] ?? outcome,
  runNow: (what) => `Do now: ${what}`,
  run: 'Do now',
  started: 'The work has been started.',
  auditTitle: 'Who did what',
  auditIntro: 'Who changed settings, and who saw contact details of reporters.',
  actor: 'Who',
  action: 'What',
  object: 'Number or name',
  detail: 'Details',
  from: 'From',
  until: 'Until',
  system: 'Signalen',
  exportCsv: 'Get as CSV',
  actions: (action) => AUDIT_ACTIONS[action] ?? action,
  configurationTitle: 'Configuration file',
  configurationIntro:
    'All that is set up as one file: to keep, to compare or to bring in elsewhere. It holds names and e-mail addresses of staff.',
  download: 'Get configuration file',
  upload: 'Bring in a configuration file',
  uploadIntro: 'You see first what changes. If anything is wrong, nothing is changed.',
  faults: (count) =>
    count === 1
      ? '1 point is wrong. Nothing was changed.'
      : `${count} points are wrong. Nothing was changed.`,
  faultAt: (line, path, reason) => `Line ${line}: ${path} ${reason}`,
  noChanges: 'Everything is as the file says already.',
  changes: (count) => (count === 1 ? '1 change' : `${count} changes`),
  stored: 'The file has been brought in.',
}
