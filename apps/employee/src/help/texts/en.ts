import type { helpTexts as dutch } from './nl.ts'

export const helpTexts: typeof dutch = {
  overview: {
    about: 'These are the reports that you may see, as a list and on the map.',
    can: [
      'Type words or a number in the search field. Typing errors are forgiven.',
      'Choose filters and save them as a worklist. It can be shared with your department.',
      'Click a heading to sort, and choose which columns you see.',
      'Tick reports to change them together. For some minutes that can be undone.',
      'Draw an area on the map to see those reports only.',
    ],
  },
  route: {
    about: 'This is your work in the field, in a sensible order on the map.',
    can: [
      'Take reports along. They stay on your phone without a connection.',
      'Take a photo before and after the work.',
      'Write what you did. It is sent once there is a connection.',
    ],
  },
  create: {
    about: 'Here you make a report for someone who calls or comes by.',
    can: [
      'Type what is the matter. Signalen suggests a category.',
      'Find the address, or put a point on the map.',
      'See beside it whether it was reported already, and what the caller reported before.',
      'The Tab key goes everywhere. You need no mouse.',
    ],
  },
  report: {
    about: 'Here you handle a report. All that is known of it stands together.',
    can: [
      'Click a fact, such as the category or the department, to change it.',
      'Choose a status. You see beforehand which e-mail the reporter gets.',
      'Write a note. With @ and a name a colleague is told.',
      'Look at photos, turn them, make them public or cover faces.',
      'The arrows go to the one before or after it in your list.',
    ],
  },
  split: {
    about: 'Here you divide a report into parts, when it takes several departments.',
    can: [
      'Give each part its own text, category and urgency.',
      'The reporter hears of the main report only.',
    ],
  },
  figures: {
    about: 'Here you see how the work stands.',
    can: [
      'See what is open and what is late, by department.',
      'Click a figure to see the reports behind it.',
    ],
  },
  settings: {
    about: 'Here is all that you may set up.',
    can: ['Choose a part. Parts for which you have no right are not shown.'],
  },
  story: {
    about: 'Here you read how a working day with Signalen goes, for each role.',
    can: ['Choose a role and read the story.'],
  },
  news: {
    about: 'Here you read what is new in Signalen.',
    can: ['Read what changed for you.'],
  },
  setup: {
    about: 'Here you set up a new municipality, step by step. It takes half an hour.',
    can: [
      'Go along the steps. Each says whether it is done.',
      'Make a test report at the end, and follow it up to the answer.',
      'Remove the test report when all works.',
    ],
  },
  users: {
    about: 'Here you look after who works with Signalen.',
    can: [
      'Add someone and send an invitation that tells how to sign in.',
      'Give roles and departments. They decide what someone may do and sees.',
      'Deactivate who leaves, and hand over their open work.',
      'Bring in many users at once from a CSV file.',
    ],
  },
  roles: {
    about: 'Here you decide what people with a role may do.',
    can: ['Tick the rights of each role.', 'Who has several roles may do what any of them may.'],
  },
  departments: {
    about: 'Here you look after the departments and which reports they get.',
    can: [
      'Choose for each category whether a department is responsible, or may look on only.',
      'A department sees the reports of its categories only.',
    ],
  },
  categories: {
    about: 'Here you look after what residents can report about.',
    can: [
      'Change names, terms, texts and the icon.',
      'Merge categories, or move one to another main category. You see first what happens to open reports.',
      'Plan a change for a later moment.',
    ],
  },
  questions: {
    about: 'Here you write what a reporter is asked in a category.',
    can: [
      'Write questions on the left, and see on the right what the reporter sees.',
      'Have a question appear with a certain answer only.',
      'Keep a draft, publish it, or go back to an earlier version.',
    ],
  },
  areas: {
    about: 'Here you look after districts, neighbourhoods and other areas.',
    can: [
      'Bring areas in from a file, or get them from a map server.',
      'Click an area to change its name, code or shape.',
      'See what leans on an area before you remove it.',
    ],
  },
  texts: {
    about: 'Here you write texts that handlers can choose with a status.',
    can: ['Choose for which status and categories a text is.', 'Turn off a text that is no longer right.'],
  },
  expressions: {
    about: 'Here you make rules that send a new report to the right department.',
    can: [
      'Pick conditions from lists, or write the rule yourself.',
      'Try the rule on the reports of the past month.',
      'Put the rules in order. The first that fits counts.',
    ],
  },
  mailTemplates: {
    about: 'Here you change the texts of the e-mails that Signalen sends.',
    can: [
      'Use variables, such as the number of the report.',
      'See an example with a real report.',
      'Go back to the text of Signalen when you do not like your own.',
    ],
  },
  mails: {
    about: 'Here you see which e-mails were sent, and which were not.',
    can: ['See why an e-mail did not arrive.', 'Send an e-mail again.'],
  },
  suggestions: {
    about: 'Here you see how good the suggested category is, and look after the words that mean danger.',
    can: [
      'Set how sure a suggestion must be.',
      'Have a model learn from your own reports.',
      'Add words that make a report urgent.',
    ],
  },
  theme: {
    about: 'Here you decide how the site for residents looks.',
    can: ['Look at another theme as a draft first.', 'Switch it on when it is right.'],
  },
  sources: {
    about: 'Here you look after where reports come from, such as the site or the telephone.',
    can: ['Add a source or turn one off.', 'Choose which source the site uses.'],
  },
  feedback: {
    about: 'Here you look after the answers that reporters choose from when they are satisfied or not.',
    can: ['Change the answers and their order.', 'Choose which answer reopens the report.'],
  },
  municipality: {
    about: 'Here are all settings of the municipality, and what is erased tomorrow.',
    can: ['Click a setting to change it, or go back to the standard.', 'See which data are erased tomorrow.'],
  },
  configuration: {
    about: 'Here you get all that is set up as one file, or bring such a file in.',
    can: ['Keep the file, or use it in another environment.', 'See first what changes when bringing it in.'],
  },
  persons: {
    about: 'Here you help someone who wants to know what is known about them.',
    can: ['Search by e-mail address or phone number.', 'Give an overview, correct or erase the data.'],
  },
  planned: {
    about: 'Here are changes that are made at a later moment.',
    can: [
      'See what is prepared, by whom and for when.',
      'Cancel a change.',
      'You plan at a category, question, standard text, text of e-mail or rule.',
    ],
  },
  tasks: {
    about: 'Here you see whether the system works well.',
    can: [
      'See what is done by itself, and do it now.',
      'See whether services outside work, such as the mail server.',
      'Have failed work done again, or let it be.',
    ],
  },
  audit: {
    about: 'Here you see who changed settings and who looked at contact details.',
    can: ['Search by person, kind or day.', 'Get the list as a CSV file.'],
  },
  export: {
    about: 'Here you get the files for the data warehouse.',
    can: ['Get the newest file.'],
  },
}
