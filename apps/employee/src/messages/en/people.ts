import type { Messages } from '../nl.ts'

export const people: Messages['people'] = {
  leave: 'This user leaves',
  openWork: (count) =>
    count === 1 ? '1 open report is assigned to them.' : `${count} open reports are assigned to them.`,
  rules: (names) =>
    `These rules send reports to this user, and will send them to the department: ${names.join(', ')}.`,
  to: 'Who takes the open reports over?',
  tray: 'Nobody: back to the tray of the department',
  leaveNow: 'Deactivate user',
  leaveWith: (count) =>
    count === 1 ? 'Deactivate and hand 1 report over' : `Deactivate and hand ${count} reports over`,
  invite: 'Send an e-mail that tells how to sign in',
  inviteNew: 'Send who is new an e-mail that tells how to sign in',
  inviteText: 'Its text is changed at Texts of e-mails.',
  inviteAgain: 'Send the invitation again',
  invited: 'The invitation goes out.',
  bring: 'Bring in users',
  bringIntro:
    'Read users from a CSV file. Who is there already is updated. If a line is wrong, nothing is saved. An example:',
  example:
    'email;first name;last name;roles;departments\nname@municipality.example;Nina;Berg;Behandelaar;AFV, GRN',
  line: 'Line',
  refused: (count) =>
    count === 1 ? '1 line is wrong. Nothing was saved.' : `${count} lines are wrong. Nothing was saved.`,
  stored: 'The users have been saved.',
}
