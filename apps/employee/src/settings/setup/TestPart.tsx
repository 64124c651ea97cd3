import type { TestReportAnswer } from '@signalen/contract'
import { TEST_STEPS } from '@signalen/domain'
import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../api/request.ts'
import type { Category } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { CategoryCombobox } from '../../components/CategoryCombobox.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { PRIVATE } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { Part } from '../suggestion/Part.tsx'

const PATH = `${PRIVATE}/setup/test-report`
const KEY = ['setup', 'test']
const POLL = 3000

/** A report that goes the whole way, to see that all of it works. */
export function TestPart() {
  const { setup: texts } = useMessages()
  const { data, error } = useQuery({
    queryKey: KEY,
    /** Null while there is no test report. */
    queryFn: () => read<TestReportAnswer | null>(PATH),
    refetchInterval: ({ state }) => (state.data && !state.data.is_passed ? POLL : false),
  })
  return (
    <Part title={texts.test}>
      <div id="test" />
      {error && <LoadFailure error={error} />}
      {data === null && <MakeTest />}
      {data && <FollowTest test={data} />}
    </Part>
  )
}

function MakeTest() {
  const { setup: texts } = useMessages()
  const client = useQueryClient()
  const [category, setCategory] = useState<Category>()
  const make = useMutation({
    mutationFn: (id: number) => read<TestReportAnswer>(PATH, { method: 'POST', body: { category: id } }),
    onSuccess: async () => {
      announce(texts.made)
      await client.invalidateQueries({ queryKey: ['setup'] })
    },
  })
  return (
    <>
      <Paragraph>{texts.testIntro}</Paragraph>
      {make.error !== null && <LoadFailure error={make.error} />}
      <div className="settings__fields">
        <CategoryCombobox
          id="test-category"
          label={texts.category}
          value={category ? String(category.id) : ''}
          onChange={(_, chosen) => setCategory(chosen)}
        />
        <div>
          <Button
            purpose="primary"
            disabled={!category || make.isPending}
            onClick={() => category && make.mutate(category.id)}
          >
            {texts.make}
          </Button>
        </div>
      </div>
    </>
  )
}

function FollowTest({ test }: { readonly test: TestReportAnswer }) {
  const { setup: texts } = useMessages()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => read<unknown>(PATH, { method: 'DELETE' }),
    onSuccess: async () => {
      announce(texts.removed)
      await client.invalidateQueries({ queryKey: ['setup'] })
    },
  })
  const { steps, signal_id: id, is_passed: isPassed } = test
  return (
    <>
      {remove.error !== null && <LoadFailure error={remove.error} />}
      <ol className="setup-steps" aria-label={texts.follow}>
        {TEST_STEPS.map((name) => {
          const state = steps[name]
          const { name: words, help } = texts.testSteps[name]
          return (
            <li key={name} className="setup-step">
              <span className="setup-step__words">
                {words}
                {state === 'failed' && <small className="fact__note">{help}</small>}
              </span>
              <span
                className={
                  state === 'failed'
                    ? 'setup-step__state status status--attention'
                    : `setup-step__state setup-step__state--${state}`
                }
              >
                {texts.testStates[state]}
              </span>
            </li>
          )
        })}
      </ol>
      <div role="status">
        {isPassed ? (
          <Alert kind="ok">
            <Paragraph>{texts.passed}</Paragraph>
          </Alert>
        ) : (
          steps.handled === 'waiting' && <Paragraph>{texts.handle}</Paragraph>
        )}
      </div>
      <p>
        <Link className="nl-link" to={`/incident/${id}`}>
          {texts.openReport(id)}
        </Link>
      </p>
      <div>
        <Button disabled={remove.isPending} onClick={() => remove.mutate()}>
          {texts.remove}
        </Button>
      </div>
    </>
  )
}
