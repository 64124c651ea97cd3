import type { SuggestionReportAnswer } from '@signalen/contract'
import { Paragraph } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import { Part, PartTable } from './Part.tsx'
import { useShare } from './use-share.ts'

/** How often staff gave reports another category, month by month. */
export function CorrectionsPart({
  corrections,
}: {
  readonly corrections: SuggestionReportAnswer['corrections']
}) {
  const texts = useMessages().suggestions.corrections
  const share = useShare()
  return (
    <Part title={texts.title}>
      <Paragraph>{texts.hint}</Paragraph>
      {corrections.length === 0 ? (
        <Paragraph>{texts.none}</Paragraph>
      ) : (
        <PartTable label={texts.title} headers={[texts.month, texts.reports, texts.corrected, texts.share]}>
          {corrections.toReversed().map(({ month, reports, corrected }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{reports}</td>
              <td>{corrected}</td>
              <td>{share(corrected / reports)}</td>
            </tr>
          ))}
        </PartTable>
      )}
    </Part>
  )
}
