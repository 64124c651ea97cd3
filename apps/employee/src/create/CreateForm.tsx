import { type AskedCategory, findFormFaults, listBlockingQuestions } from '@signalen/domain'
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  type FieldError,
  FORM_MESSAGES,
  Paragraph,
  presentFault,
  toFieldId,
} from '@signalen/ui'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { presentFailure } from '../api/failure-text.ts'
import type { Category } from '../api/wire.ts'
import { useLanguage } from '../language/language-context.tsx'
import { CategoryQuestions } from './CategoryQuestions.tsx'
import {
  type CreateField,
  type CreateInput,
  findAskedQuestions,
  findCreateFaults,
  toCreation,
} from './create-input.ts'
import { CallerFields, HandlingFields } from './HandlingFields.tsx'
import { PhotoFields } from './PhotoFields.tsx'
import { useCreation } from './use-creation.ts'
import { useQuestions } from './use-questions.ts'
import { WhatFields, WhenField, WhereField } from './WhatFields.tsx'

interface CreateFormProps {
  readonly input: CreateInput
  readonly onChange: (input: CreateInput) => void
  readonly onClear: () => void
  readonly category: Category | undefined
  readonly categories: readonly Category[] | undefined
}

const NOWHERE: AskedCategory = { main: '', sub: '' }

export function CreateForm({ input, onChange, onClear, category, categories }: CreateFormProps) {
  const { language, messages } = useLanguage()
  const { create } = messages
  const form = useRef<HTMLFormElement>(null)
  const asked = category && toAsked(category)
  const questions = useQuestions(asked)
  const visible = findAskedQuestions(questions, input.answers, asked ?? NOWHERE)
  const [attempt, setAttempt] = useState(0)
  const [files, setFiles] = useState<readonly File[]>([])
  const creation = useCreation()

  const faults = attempt > 0 ? findCreateFaults(input, new Date()) : []
  const answerFaults = attempt > 0 ? findFormFaults(visible, new Date()) : new Map()
  const blocking = attempt > 0 ? listBlockingQuestions(visible) : []
  const errors: FieldError[] = [
    ...faults.map((field) => ({ fieldId: `create-${field}`, message: faultText(field, create) })),
    ...[...answerFaults].map(([key, fault]) => ({
      fieldId: toFieldId(key),
      message: `${visible.questions.find((one) => one.key === key)?.label}: ${presentFault(fault, FORM_MESSAGES[language])}`,
    })),
    ...blocking.map(({ key }) => ({ fieldId: toFieldId(key), message: create.blocked })),
  ]
  function submit(event: FormEvent) {
    event.preventDefault()
    const now = new Date()
    const isRight =
      findCreateFaults(input, now).length === 0 &&
      findFormFaults(visible, now).size === 0 &&
      listBlockingQuestions(visible).length === 0
    setAttempt(attempt + 1)
    if (isRight && asked) void creation.create(toCreation(input, visible, asked, now), files, onClear)
  }
  function startAgain() {
    onClear()
    setFiles([])
    setAttempt(0)
    document.getElementById('create-text')?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  const part = {
    input,
    onChange,
    errorOf: (field: CreateField) => (faults.includes(field) ? faultText(field, create) : undefined),
  }
  return (
    <form ref={form} className="create__form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      {errors.length > 0 && <ErrorSummary key={attempt} title={create.errors} errors={errors} />}
      {creation.error !== undefined && (
        <Alert kind="error" role="alert" title={create.failed}>
          <Paragraph>{presentFailure(creation.error, messages)}</Paragraph>
        </Alert>
      )}
      <WhatFields {...part} categories={categories} />
      <WhereField {...part} />
      {asked && (
        <CategoryQuestions
          category={asked}
          asked={visible}
          fields={input.answers}
          faults={answerFaults}
          place={input.place}
          onChange={(answers) => onChange({ ...input, answers })}
        />
      )}
      {!visible.questions.some(({ kind }) => kind === 'moment') && <WhenField {...part} />}
      <CallerFields {...part} />
      <HandlingFields {...part} />
      <PhotoFields files={files} onChange={setFiles} />
      <Actions>
        <Button type="submit" purpose="primary" disabled={creation.isBusy}>
          {creation.isBusy ? create.sending : create.send}
        </Button>
        <Button purpose="subtle" onClick={startAgain}>
          {create.startAgain}
        </Button>
      </Actions>
    </form>
  )
}

function toAsked(category: Category): AskedCategory | undefined {
  const match = /\/terms\/categories\/([\w-]+)\/sub_categories\/([\w-]+)/.exec(
    category._links.self.public ?? '',
  )
  return match?.[1] && match[2] ? { main: match[1], sub: match[2] } : undefined
}

function faultText(field: CreateField, texts: ReturnType<typeof useLanguage>['messages']['create']): string {
  switch (field) {
    case 'text':
      return texts.textNeeded
    case 'category':
      return texts.categoryNeeded
    case 'place':
      return texts.placeNeeded
    case 'happenedAt':
      return texts.whenFuture
    case 'email':
      return texts.emailWrong
    case 'source':
      return texts.sourceNeeded
  }
}
