import type { Messages } from '../nl.ts'

export const lists: Messages['lists'] = {
  sources: 'Sources',
  sourcesIntro:
    'Where reports come from. A source that is there cannot go, as reports name it. You can switch it off.',
  addSource: 'Add source',
  description: 'Description',
  sourceFlags: {
    is_active: 'Is used',
    can_be_selected: 'Staff can choose it',
    is_public: 'For reports of the site',
  },
  answers: 'Answers about satisfaction',
  answersIntro:
    'What reporters choose from when they say how satisfied they are. What people answered before stays as it was.',
  addAnswer: 'Add answer',
  answer: 'Answer',
  forWhom: 'For whom',
  satisfied: 'Satisfied reporters',
  dissatisfied: 'Dissatisfied reporters',
  topics: 'Topics',
  topic: 'Topic',
  topicShown: 'Heading that reporters read',
  addTopic: 'Add topic',
  answerFlags: {
    reopens_when_unhappy: 'Staff look at the report again',
    open_answer: 'The reporter adds words of their own',
    is_visible: 'Reporters can choose this',
  },
}
