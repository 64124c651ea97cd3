import type { AnswerSetAnswer } from '@signalen/contract'
import { CheckboxField, Paragraph, SelectField, TextField } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/request.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { RowList } from '../RowList.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { useSave } from '../use-save.ts'

type Answer = AnswerSetAnswer['answers'][number]

const PATH = `${PRIVATE}/standard-answers`

export function Component() {
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ['standard-answers'],
    queryFn: () => read<AnswerSetAnswer>(PATH),
    refetchOnWindowFocus: false,
  })
  if (error) return <LoadFailure error={error} />
  return data ? <AnswersForm key={dataUpdatedAt} start={data} /> : <Waiting />
}

/** What reporters choose from when they say how satisfied they are, and what calls staff. */
function AnswersForm({ start }: { readonly start: AnswerSetAnswer }) {
  const { lists: texts, settings } = useMessages()
  const { may } = useRights()
  const [topics, setTopics] = useState(start.topics)
  const [answers, setAnswers] = useState(start.answers)
  const save = useSave('standard-answers')
  return (
    <SettingsForm
      title={texts.answers}
      back={{ to: '/instellingen', label: settings.title }}
      canSave={may('standardAnswer.update')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ path: PATH, method: 'PUT', body: { topics, answers } })}
      after={<ChangeHistory kind="standard-answers" path={`${PRIVATE}/setting-history/standard_answer`} />}
    >
      <Paragraph>{texts.answersIntro}</Paragraph>
      <RowList
        label={texts.topics}
        rows={topics}
        nameOf={({ name }, index) => name || String(index + 1)}
        canRemove={({ name }) => !answers.some(({ topic }) => topic === name)}
        addLabel={texts.addTopic}
        create={() => ({ id: null, name: '', description: '' })}
        onChange={(rows) => setTopics([...rows])}
        fieldsOf={(topic, index, set) => (
          <>
            <TextField
              id={`topic-${index}-name`}
              name="name"
              label={settings.name}
              required
              maxLength={255}
              value={topic.name}
              onChange={(event) => {
                const name = event.target.value
                setAnswers(answers.map((one) => (one.topic === topic.name ? { ...one, topic: name } : one)))
                set({ ...topic, name })
              }}
            />
            <TextField
              id={`topic-${index}-description`}
              name="description"
              label={texts.topicShown}
              maxLength={1000}
              value={topic.description}
              onChange={(event) => set({ ...topic, description: event.target.value })}
            />
          </>
        )}
      />
      <RowList
        label={texts.answers}
        rows={answers}
        nameOf={({ text }, index) => text || String(index + 1)}
        canRemove={() => true}
        addLabel={texts.addAnswer}
        create={createAnswer}
        onChange={(rows) => setAnswers([...rows])}
        fieldsOf={(answer, index, set) => (
          <AnswerFields
            id={`answer-${index}`}
            answer={answer}
            topics={topics.map(({ name }) => name)}
            onChange={set}
          />
        )}
      />
    </SettingsForm>
  )
}

function createAnswer(): Answer {
  return {
    id: null,
    text: '',
    topic: null,
    is_visible: true,
    is_satisfied: false,
    reopens_when_unhappy: false,
    open_answer: false,
  }
}

interface AnswerFieldsProps {
  readonly id: string
  readonly answer: Answer
  readonly topics: readonly string[]
  readonly onChange: (answer: Answer) => void
}

const FLAGS = ['reopens_when_unhappy', 'open_answer', 'is_visible'] as const

function AnswerFields({ id, answer, topics, onChange }: AnswerFieldsProps) {
  const { lists: texts } = useMessages()
  return (
    <>
      <TextField
        id={`${id}-text`}
        name="text"
        label={texts.answer}
        required
        maxLength={1000}
        value={answer.text}
        onChange={(event) => onChange({ ...answer, text: event.target.value })}
      />
      <SelectField
        id={`${id}-satisfied`}
        name="is_satisfied"
        label={texts.forWhom}
        options={[
          { value: 'yes', label: texts.satisfied },
          { value: 'no', label: texts.dissatisfied },
        ]}
        value={answer.is_satisfied ? 'yes' : 'no'}
        onChange={(event) => onChange({ ...answer, is_satisfied: event.target.value === 'yes' })}
      />
      <SelectField
        id={`${id}-topic`}
        name="topic"
        label={texts.topic}
        emptyLabel="–"
        options={topics.map((name) => ({ value: name, label: name }))}
        value={answer.topic ?? ''}
        onChange={(event) => onChange({ ...answer, topic: event.target.value || null })}
      />
      {FLAGS.map((flag) => (
        <CheckboxField
          key={flag}
          id={`${id}-${flag}`}
          name={flag}
          label={texts.answerFlags[flag]}
          checked={answer[flag]}
          onChange={(event) => onChange({ ...answer, [flag]: event.target.checked })}
        />
      ))}
    </>
  )
}
