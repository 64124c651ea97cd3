import type { SetupAnswer } from '@signalen/contract'
import { Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../api/request.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { TestPart } from './TestPart.tsx'

type Step = SetupAnswer['steps'][number]

/** Where each step is done. */
const SCREENS: Readonly<Record<Step['name'], string>> = {
  name: 'gemeente',
  contact: 'gemeente',
  mail: 'gemeente',
  map: 'gemeente',
  areas: 'gebieden/inlezen',
  departments: 'afdelingen',
  categories: 'categorieen',
  responsible: 'afdelingen',
  sources: 'bronnen',
  people: 'gebruikers',
  theme: 'uiterlijk',
  test: 'inrichten#test',
}

/** From nothing to the first report: what is done and what is not, and a test at the end. */
export function Component() {
  const { setup: texts } = useMessages()
  const { may } = useRights()
  const { data, error } = useQuery({
    queryKey: ['setup'],
    queryFn: () => read<SetupAnswer>(`${PRIVATE}/setup`),
    staleTime: 0,
  })
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  const done = data.steps.filter((step) => step.is_done).length
  const isReady = data.steps.every((step) => step.is_done || step.is_optional)
  return (
    <>
      <PageHeading title={texts.title} />
      <Paragraph>
        {texts.intro}{' '}
        {may('configuration.import') && (
          <Link className="nl-link" to="/instellingen/configuratie">
            {texts.file}
          </Link>
        )}
      </Paragraph>
      <p role="status">
        <strong>{isReady ? texts.allReady : texts.ready(done, data.steps.length)}</strong>
      </p>
      <ol className="setup-steps">
        {data.steps.map((step) => (
          <StepRow key={step.name} step={step} />
        ))}
      </ol>
      {may('setup.test') && <TestPart />}
    </>
  )
}

function StepRow({ step }: { readonly step: Step }) {
  const { setup: texts } = useMessages()
  const { name, about } = texts.steps[step.name]
  return (
    <li className="setup-step">
      <span className="setup-step__words">
        <Link className="nl-link" to={`/instellingen/${SCREENS[step.name]}`}>
          {name}
        </Link>
        <small className="fact__note">
          {about}
          {countWords(step, texts.counts)}
        </small>
      </span>
      <span className={stateClass(step)}>{stateWords(step, texts)}</span>
    </li>
  )
}

function countWords(
  { name, count }: Step,
  counts: Readonly<Partial<Record<string, (count: number) => string>>>,
): string {
  const words = counts[name]
  return words && count !== null && count > 0 ? ` · ${words(count)}` : ''
}

function stateClass(step: Step): string {
  if (step.is_done) return 'setup-step__state setup-step__state--done'
  return step.is_optional ? 'setup-step__state' : 'setup-step__state status status--attention'
}

function stateWords(
  step: Step,
  texts: { readonly done: string; readonly todo: string; readonly optional: string },
): string {
  if (step.is_done) return texts.done
  return step.is_optional ? texts.optional : texts.todo
}
