import type { SuggestionModels } from '@signalen/contract'
import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useEffect, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { Part } from './Part.tsx'
import { useActivation, useModels, useTraining } from './suggestion-api.ts'
import { VersionTable } from './VersionTable.tsx'

/** Which model is in use, the versions that there are, and the way back. */
export function ModelPart() {
  const messages = useMessages()
  const texts = messages.suggestions.model
  const { may } = useRights()
  /** The run that had been last when learning was asked for; undefined when it was not. */
  const [lastBefore, setLastBefore] = useState<number | null>()
  const { data, error } = useModels(lastBefore !== undefined)
  const activation = useActivation(texts.switched)
  const training = useTraining()
  const lastRun = data?.training.last_run ?? null
  useEffect(() => {
    if (lastBefore === undefined || !lastRun || lastRun.id === lastBefore || lastRun.outcome === 'running')
      return
    setLastBefore(undefined)
    announce(lastRun.outcome === 'done' ? texts.done : texts.failedRun)
  }, [lastBefore, lastRun, texts])
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  const failure = activation.error ?? training.error
  return (
    <Part title={texts.title}>
      <p className="suggestion-in-use">{describeInUse(data.in_use, texts)}</p>
      {failure && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(failure, messages)}</Paragraph>
        </Alert>
      )}
      {lastRun?.outcome === 'failed' && lastBefore === undefined && (
        <Alert kind="warning">
          <Paragraph>{texts.failedRun}</Paragraph>
        </Alert>
      )}
      {may('suggestionModel.train') && (
        <>
          <Paragraph>{texts.trainHint}</Paragraph>
          <Actions>
            <Button
              purpose="primary"
              disabled={training.isPending || lastBefore !== undefined || data.training.is_running}
              onClick={() =>
                training.mutate(undefined, { onSuccess: () => setLastBefore(lastRun?.id ?? null) })
              }
            >
              {texts.train}
            </Button>
            {data.in_use.kind === 'own' && may('suggestionModel.activate') && (
              <Button
                purpose="secondary"
                disabled={activation.isPending}
                onClick={() => activation.mutate('shipped')}
              >
                {texts.back}
              </Button>
            )}
          </Actions>
        </>
      )}
      <p role="status">{describeProgress(data, lastBefore !== undefined, texts)}</p>
      <Part title={texts.versions} level={3}>
        <VersionTable
          versions={data.versions}
          canActivate={may('suggestionModel.activate')}
          isBusy={activation.isPending}
          onActivate={(version) => activation.mutate(version)}
        />
      </Part>
    </Part>
  )
}

type ModelTexts = ReturnType<typeof useMessages>['suggestions']['model']

function describeInUse({ kind, version }: SuggestionModels['in_use'], texts: ModelTexts): string {
  switch (kind) {
    case 'own':
      return texts.ownInUse(version ?? 0)
    case 'shipped':
    case 'outside':
      return texts.inUse[kind]
  }
}

function describeProgress({ training }: SuggestionModels, isAsked: boolean, texts: ModelTexts): string {
  if (training.is_running) return texts.busy
  return isAsked ? texts.asked : ''
}
