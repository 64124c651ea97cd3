import { Paragraph } from '@signalen/ui'
import { PageHeading } from '../../components/Page.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
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
        </>
      )}
      {may('urgency.read') && <UrgencyPart />}
    </>
  )
}
