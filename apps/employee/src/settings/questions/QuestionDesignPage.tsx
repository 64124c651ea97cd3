import type { QuestionDesignAnswer } from '@signalen/contract'
import { findDesignFaults, findLostAnswers } from '@signalen/domain'
import { Alert, Paragraph } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { PageHeading } from '../../components/Page.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { PlanPart } from '../planned/PlanPart.tsx'
import { RulesNaming } from '../RulesNaming.tsx'
import { DesignActions } from './DesignActions.tsx'
import { QuestionList } from './QuestionList.tsx'
import { QuestionPreview } from './QuestionPreview.tsx'
import { useDesignAction, useQuestionDesign } from './questions-api.ts'
import { VersionList } from './VersionList.tsx'
import { toAnswered, toWire, toWritten, type WrittenQuestion } from './written-question.ts'

export function Component() {
  const { id } = useParams()
  const { data, error } = useQuestionDesign(id)
  if (error) return <LoadFailure error={error} />
  return data ? <QuestionDesigner key={data.category.id} design={data} /> : <Waiting />
}

/** The questions that one writes beside the form that a resident gets of them. */
function QuestionDesigner({ design }: { readonly design: QuestionDesignAnswer }) {
  const { language, messages } = useLanguage()
  const { questions: texts, settings } = messages
  const canWrite = useRights().may('question.write')
  const { category, draft, published } = design
  const start = draft?.questions ?? published
  const [questions, setQuestions] = useState<readonly WrittenQuestion[]>(() => start.map(toWritten))
  const action = useDesignAction(category.id)
  const wire = useMemo(() => toWire(questions), [questions])
  const faults = useMemo(() => findDesignFaults(wire, design.inherited), [wire, design.inherited])
  const lost = useMemo(
    () => findLostAnswers(published.map(toAnswered), wire.map(toAnswered)),
    [published, wire],
  )
  const isChanged = JSON.stringify(wire) !== JSON.stringify(start)
  return (
    <>
      <Link className="nl-link" to="/instellingen/vragen">
        {settings.backTo(texts.title)}
      </Link>
      <PageHeading title={texts.of(category.name)} />
      <Paragraph>
        {draft
          ? texts.draftBy(draft.updated_by ?? '', formatDateTime(draft.updated_at, language))
          : texts.noDraft}
      </Paragraph>
      {action.error !== null && (
        <Alert kind="error" role="alert" title={settings.failed}>
          <Paragraph>{presentFailure(action.error, messages)}</Paragraph>
        </Alert>
      )}
      <RulesNaming subjects={lost} />
      <div className="question-design">
        <div className="question-design__editor">
          <QuestionList
            questions={questions}
            inherited={design.inherited}
            faults={faults}
            canWrite={canWrite}
            onChange={setQuestions}
          />
          {canWrite && (
            <DesignActions
              questions={wire}
              faults={faults}
              isChanged={isChanged}
              isBusy={action.isPending}
              hasDraft={draft !== null}
              name={category.slug}
              onLoad={(loaded) => setQuestions(loaded.map(toWritten))}
              onAct={(kind) =>
                action.mutate(
                  kind === 'drop' ? { kind } : { kind, questions: wire, revision: draft?.revision ?? 0 },
                  {
                    onSuccess: (saved) => {
                      if (kind !== 'save')
                        setQuestions((saved.draft?.questions ?? saved.published).map(toWritten))
                    },
                  },
                )
              }
            />
          )}
          {canWrite && (
            <PlanPart
              kind="questions"
              objectId={String(category.id)}
              read={() => (faults.length > 0 ? undefined : { questions: wire })}
            />
          )}
        </div>
        <QuestionPreview category={category} questions={wire} inherited={design.inherited} />
      </div>
      <VersionList
        design={design}
        canWrite={canWrite}
        onLoad={(loaded) => setQuestions(loaded.map(toWritten))}
      />
      <ChangeHistory kind="categories" path={`${PRIVATE}/categories/${category.id}/history/`} />
    </>
  )
}
