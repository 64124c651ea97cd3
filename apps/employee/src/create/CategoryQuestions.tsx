import {
  type AnswerFault,
  type AskedCategory,
  fillAssetEndpoint,
  type Question,
  type VisibleForm,
} from '@signalen/domain'
import {
  FORM_MESSAGES,
  type FormFields,
  Heading,
  QuestionField,
  readAssets,
  sortByDistance,
} from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { read } from '../api/request.ts'
import type { Place } from '../components/PlacePicker.tsx'
import { useLanguage } from '../language/language-context.tsx'

interface CategoryQuestionsProps {
  readonly category: AskedCategory
  readonly asked: VisibleForm
  readonly fields: FormFields
  readonly faults: ReadonlyMap<string, AnswerFault>
  readonly place: Place | null
  readonly onChange: (fields: FormFields) => void
}

/** The questions of the category; which ones are asked follows from the answers. */
export function CategoryQuestions(props: CategoryQuestionsProps) {
  const { category, asked, fields, faults, place, onChange } = props
  const { language, messages } = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const shown = asked.questions.filter(({ kind }) => kind !== 'location')
  if (shown.length === 0) return null
  const readAll = () => frame.current && onChange({ ...fields, ...readFields(frame.current, shown) })
  return (
    <div ref={frame} className="create__part compact-options" onChange={readAll} onInput={readAll}>
      <Heading level={2} look={4}>
        {messages.create.questions}
      </Heading>
      {shown.map((question) => (
        <OneQuestion
          key={`${category.sub} ${question.key}`}
          question={question}
          category={category}
          fields={fields}
          fault={faults.get(question.key)}
          place={place}
          language={language}
        />
      ))}
    </div>
  )
}

interface OneQuestionProps {
  readonly question: Question
  readonly category: AskedCategory
  readonly fields: FormFields
  readonly fault: AnswerFault | undefined
  readonly place: Place | null
  readonly language: 'nl' | 'en'
}

function OneQuestion({ question, category, fields, fault, place, language }: OneQuestionProps) {
  const assets = useAssets(question, place)
  // What is in the fields is the browser's own; the answers are where they start.
  const start = useRef(fields)
  return (
    <QuestionField
      question={question}
      fields={start.current}
      fault={fault}
      messages={FORM_MESSAGES[language]}
      facts={{ category: category.main, subcategory: category.sub }}
      assets={assets}
    />
  )
}

const NEARBY_DEGREES = 0.0025
const MOST_ASSETS = 10

/** What stands near the place; only sources on our own server are asked. */
function useAssets(question: Question, place: Place | null) {
  const endpoint =
    question.kind === 'assets' && question.endpoint?.startsWith('/') ? question.endpoint : undefined
  const [longitude = 0, latitude = 0] = place?.coordinates ?? []
  const box = {
    west: longitude - NEARBY_DEGREES,
    south: latitude - NEARBY_DEGREES * 0.6,
    east: longitude + NEARBY_DEGREES,
    north: latitude + NEARBY_DEGREES * 0.6,
  }
  const path = endpoint && fillAssetEndpoint(endpoint, box)
  const { data } = useQuery({
    queryKey: ['assets', path],
    queryFn: () => read<unknown>(path ?? ''),
    enabled: path !== undefined && place !== null,
    retry: false,
    staleTime: 10 * 60_000,
  })
  if (question.kind !== 'assets' || place === null) return undefined
  return sortByDistance(readAssets(question, data), { longitude, latitude }).slice(0, MOST_ASSETS)
}

/** Everything that is filled in now, as an HTML form would send it. */
function readFields(frame: HTMLElement, questions: readonly Question[]): FormFields {
  const names = new Set<string>()
  const values = new Map<string, string[]>()
  for (const control of frame.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    names.add(control.name)
    const isOff = ['checkbox', 'radio'].includes(control.type) && !control.checked
    if (!isOff && control.value !== '')
      values.set(control.name, [...(values.get(control.name) ?? []), control.value])
  }
  for (const { key } of questions) names.add(key)
  return Object.fromEntries([...names].map((name) => [name, values.get(name) ?? []]))
}
