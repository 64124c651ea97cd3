export const bulk = {
  selected: (count: number) => (count === 1 ? '1 report selected' : `${count} reports selected`),
  allSelected: (count: number) => `All ${count} reports of this filter selected`,
  takeAll: (count: number) => `All ${count} of this filter`,
  clear: 'Clear selection',
  actions: 'With the selection',
  assign: 'Assign',
  department: 'Department',
  category: 'Category',
  priority: 'Urgency',
  status: 'Status',
  note: 'Note',
  title: {
    assign: 'Assign reports',
    department: 'Change department',
    category: 'Change category',
    priority: 'Change urgency',
    status: 'Change status',
    note: 'Add note',
  },
  look: (count: number) => (count === 1 ? 'Go on with 1 report' : `Go on with ${count} reports`),
  apply: (count: number) => (count === 1 ? 'Change 1 report' : `Change ${count} reports`),
  back: 'Back',
  willChange: (changing: number, all: number) =>
    changing === all ? `All ${all} will be changed.` : `${changing} of ${all} will be changed.`,
  noMails: 'No e-mail goes to reporters.',
  willMail: (count: number) =>
    count === 1
      ? '1 reporter gets an e-mail. It leaves in a few minutes: until then you can undo everything.'
      : `${count} reporters get an e-mail. It leaves in a few minutes: until then you can undo everything.`,
  willTell: (count: number) =>
    count === 1 ? '1 e-mail goes to a colleague.' : `${count} e-mails go to colleagues.`,
  willNot: (count: number) => (count === 1 ? '1 stays as it is:' : `${count} stay as they are:`),
  refusal: (reason: string, count: number) => `${reason} (${count})`,
  statusHint:
    'Every report gets this status, if that can follow its present one. On handling and reopening the reporter gets an e-mail.',
  categoryHint:
    'The term follows from the new category. Whoever had a report no longer has it. Whoever gets one by a routing rule may get an e-mail.',
  newCategory: 'New category',
  tray: 'None: by the category',
  mailToo: 'Send the explanation to the reporters by e-mail',
  textNeeded: 'Write an explanation.',
  valueNeeded: 'Make a choice.',
  text: 'Explanation',
  optional: '(optional)',
  busy: 'Reports are being changed',
  progress: (done: number, all: number) => `Busy: ${done} of ${all} reports done`,
  undoing: (done: number, all: number) => `Being undone: ${done} of ${all} done`,
  done: (count: number) => (count === 1 ? '1 report was changed.' : `${count} reports were changed.`),
  failed: (count: number) => (count === 1 ? '1 report was not changed' : `${count} reports were not changed`),
  undo: 'Undo',
  held: 'The e-mail is held for a moment.',
  undone: (count: number) =>
    count === 1 ? '1 report is as it was again.' : `${count} reports are as they were again.`,
  notUndone: (count: number) =>
    count === 1 ? '1 report was not put back' : `${count} reports were not put back`,
}
