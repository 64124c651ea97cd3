import type { Messages } from '../nl.ts'

export const bulk: Messages['bulk'] = {
  selected: (count) => (count === 1 ? '1 report selected' : `${count} reports selected`),
  clear: 'Clear selection',
  actions: 'With the selection',
  assign: 'Assign',
  priority: 'Priority',
  status: 'Status',
  note: 'Note',
  title: {
    assign: 'Assign reports',
    priority: 'Change the priority',
    status: 'Change the status',
    note: 'Add a note',
  },
  apply: (count) => (count === 1 ? 'Apply to 1 report' : `Apply to ${count} reports`),
  statusHint:
    'Each report gets this status, where its present status allows it. Reporters get an e-mail when a report is handled or reopened.',
  textNeeded: 'Write an explanation.',
  valueNeeded: 'Make a choice.',
  text: 'Explanation',
  optional: '(optional)',
  progress: (done, all) => `${done} of ${all} done`,
  stop: 'Stop',
  done: (count) => (count === 1 ? '1 report has been changed.' : `${count} reports have been changed.`),
  failed: (count) =>
    count === 1 ? '1 report has not been changed:' : `${count} reports have not been changed:`,
  failedStay: 'They stay selected.',
  skipped: (count) => `${count} not done, because you stopped.`,
}
