import {
  type AnswerSetAnswer,
  answerSet,
  answerSetRequest,
  type SourceListAnswer,
  sourceList,
  sourceListRequest,
} from '@signalen/contract'
import {
  type AnswerSet,
  readAnswerSet,
  readSources,
  saveAnswerSet,
  saveSources,
  type WrittenSource,
} from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

/** Lists that are changed as a whole: answers about satisfaction, and where reports come from. */
export function answerSetRoutes(app: Api): void {
  answerRoutes(app)
  sourceListRoutes(app)
}

function answerRoutes(app: Api): void {
  const url = '/v1/private/standard-answers'
  const tags = ['feedback']
  app.get(
    url,
    {
      config: { operation: 'standardAnswer.read' },
      schema: { tags, summary: 'All answers about satisfaction', response: { 200: answerSet } },
    },
    async (request) => presentAnswers(await readAnswerSet(contextOf(request).db)),
  )

  app.put(
    url,
    {
      config: { operation: 'standardAnswer.update' },
      schema: {
        tags,
        summary: 'Change the answers about satisfaction, as a whole',
        body: answerSetRequest,
        response: { 200: answerSet },
      },
    },
    async (request) => {
      const { topics, answers } = request.body
      const given = {
        topics,
        answers: answers.map(({ id, text, topic, ...answer }) => ({
          id,
          text,
          topic,
          isVisible: answer.is_visible,
          isSatisfied: answer.is_satisfied,
          reopens: answer.reopens_when_unhappy,
          isOpen: answer.open_answer,
        })),
      }
      return presentAnswers(await saveAnswerSet(contextOf(request), actorOf(request), given))
    },
  )
}

function presentAnswers({ topics, answers }: AnswerSet): AnswerSetAnswer {
  return {
    topics: [...topics],
    answers: answers.map(({ id, text, topic, isVisible, isSatisfied, reopens, isOpen }) => ({
      id,
      text,
      topic,
      is_visible: isVisible,
      is_satisfied: isSatisfied,
      reopens_when_unhappy: reopens,
      open_answer: isOpen,
    })),
  }
}

function sourceListRoutes(app: Api): void {
  const url = '/v1/private/source-list'
  const tags = ['sources']
  app.get(
    url,
    {
      config: { operation: 'source.read' },
      schema: { tags, summary: 'All of every source', response: { 200: sourceList } },
    },
    async (request) => presentSources(await readSources(contextOf(request).db)),
  )

  app.put(
    url,
    {
      config: { operation: 'source.update' },
      schema: {
        tags,
        summary: 'Change the sources, as a whole',
        body: sourceListRequest,
        response: { 200: sourceList },
      },
    },
    async (request) => {
      const given = request.body.sources.map((source) => ({
        id: source.id,
        name: source.name,
        description: source.description,
        isActive: source.is_active,
        canBeSelected: source.can_be_selected,
        isPublic: source.is_public,
      }))
      return presentSources(await saveSources(contextOf(request), actorOf(request), given))
    },
  )
}

function presentSources(sources: readonly WrittenSource[]): SourceListAnswer {
  return {
    sources: sources.map(({ id, name, description, isActive, canBeSelected, isPublic }) => ({
      id,
      name,
      description,
      is_active: isActive,
      can_be_selected: canBeSelected,
      is_public: isPublic,
    })),
  }
}
