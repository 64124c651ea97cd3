import { type DesignFault, readQuestion, type WireQuestion } from '@signalen/domain'
import { Button, Paragraph, SelectField } from '@signalen/ui'
import { useState } from 'react'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import {
  createQuestion,
  FIELD_TYPES,
  moveItem,
  textOf,
  toWire,
  type WrittenQuestion,
} from './written-question.ts'

interface QuestionListProps {
  readonly questions: readonly WrittenQuestion[]
  readonly inherited: readonly WireQuestion[]
  readonly faults: readonly DesignFault[]
  readonly canWrite: boolean
  readonly onChange: (questions: readonly WrittenQuestion[]) => void
}

export function QuestionList({ questions, inherited, faults, canWrite, onChange }: QuestionListProps) {
  const { questions: texts } = useMessages()
  const [open, setOpen] = useState<string>()
  const replace = (question: WrittenQuestion) =>
    onChange(questions.map((one) => (one.id === question.id ? question : one)))
  function add(type: string) {
    const question = createQuestion(questions, type)
    onChange([...questions, question])
    setOpen(question.id)
  }
  return (
    <>
      {questions.length === 0 && <Paragraph>{texts.none}</Paragraph>}
      <ol className="question-list">
        {questions.map((question, index) => {
          const own = faults.filter((fault) => fault.index === index)
          const isOpen = open === question.id
          return (
            <li key={question.id} className="question-card">
              <div className="question-card__head">
                <button
                  type="button"
                  className="question-card__title"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : question.id)}
                >
                  <StaffIcon name={isOpen ? 'up' : 'down'} />
                  <span>
                    {titleOf(question)}
                    <small className="fact__note">
                      {' '}
                      {texts.type(question.field_type)}
                      {question.required && `, ${texts.required.toLowerCase()}`}
                    </small>
                  </span>
                </button>
                {canWrite && (
                  <CardButtons
                    name={titleOf(question)}
                    isFirst={index === 0}
                    isLast={index === questions.length - 1}
                    onMove={(step) => onChange(moveItem(questions, index, step))}
                    onRemove={() => onChange(questions.filter(({ id }) => id !== question.id))}
                  />
                )}
              </div>
              {own.length > 0 && (
                <ul className="question-card__faults">
                  {own.map(({ code, about }) => (
                    <li key={`${code} ${about}`}>{texts.faults[code](about)}</li>
                  ))}
                </ul>
              )}
              {isOpen && (
                <QuestionForm
                  question={question}
                  others={[...toWire(questions.filter(({ id }) => id !== question.id)), ...inherited].flatMap(
                    (wire) => readQuestion(wire) ?? [],
                  )}
                  canWrite={canWrite}
                  onChange={replace}
                />
              )}
            </li>
          )
        })}
      </ol>
      {canWrite && <AddQuestion onAdd={add} />}
    </>
  )
}

function titleOf({ key, meta }: WrittenQuestion): string {
  return textOf(meta, 'label') || textOf(meta, 'value').slice(0, 80) || key
}

interface CardButtonsProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

function CardButtons({ name, isFirst, isLast, onMove, onRemove }: CardButtonsProps) {
  const { questions: texts } = useMessages()
  return (
    <span className="question-card__buttons">
      <button
        type="button"
        className="icon-button"
        aria-label={texts.up(name)}
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <StaffIcon name="up" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.down(name)}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        <StaffIcon name="down" />
      </button>
      <button type="button" className="icon-button" aria-label={texts.remove(name)} onClick={onRemove}>
        <StaffIcon name="trash" />
      </button>
    </span>
  )
}

function AddQuestion({ onAdd }: { readonly onAdd: (type: string) => void }) {
  const { questions: texts } = useMessages()
  const [type, setType] = useState<string>('radio_input')
  return (
    <div className="question-add">
      <SelectField
        id="new-question-type"
        name="type"
        label={texts.newType}
        options={FIELD_TYPES.map((value) => ({ value, label: texts.type(value) }))}
        value={type}
        onChange={(event) => setType(event.target.value)}
      />
      <Button onClick={() => onAdd(type)}>{texts.add}</Button>
    </div>
  )
}
