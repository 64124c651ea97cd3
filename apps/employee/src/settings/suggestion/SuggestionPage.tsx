import { Paragraph } from '@signalen/ui'
import { PageHeading } from '../../components/Page.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { ModelPart } from './ModelPart.tsx'
import { ReportPart } from './ReportPart.tsx'
import { UrgencyPart } from './UrgencyPart.tsx'

/** How categories are suggested, how good that is, and which words mean danger. */
export function Component() {
  const { suggestions } = useMessages()
  const { may } = useRights()
  return (
    <>
      <PageHeading title={suggestions.title} />
      <Paragraph>{suggestions.intro}</Paragraph>
      {may('suggestion.read') && (
        <>
          <ModelPart />
          <ReportPart />
          <ChangeHistory kind="suggestions" path={`${PRIVATE}/setting-history/suggestion`} />
        </>
      )}
      {may('urgency.read') && (
        <>
          <UrgencyPart />
          <ChangeHistory kind="urgency" path={`${PRIVATE}/setting-history/urgency`} />
        </>
      )}
    </>
  )
}
