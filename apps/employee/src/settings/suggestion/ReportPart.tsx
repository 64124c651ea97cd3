import type { SuggestionReportAnswer } from '@signalen/contract'
import { Paragraph, SummaryList } from '@signalen/ui'
import { useEffect, useState } from 'react'
import { Waiting } from '../../app/Waiting.tsx'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { LoadFailure } from '../LoadFailure.tsx'
import { CorrectionsPart } from './CorrectionsPart.tsx'
import { Part, PartTable } from './Part.tsx'
import { ReportAge } from './ReportAge.tsx'
import { SettingsPart } from './SettingsPart.tsx'
import { useReport } from './suggestion-api.ts'
import { useDecimal, useShare } from './use-share.ts'

type Judged = NonNullable<SuggestionReportAnswer['judged']>

/** How good the suggestions are, and what can be set about them. */
export function ReportPart() {
  const texts = useMessages().suggestions.report
  /** When the last one was made as a new one was asked for; undefined when none was. */
  const [madeBefore, setMadeBefore] = useState<string | null>()
  const isAsked = madeBefore !== undefined
  const { data, error } = useReport(isAsked)
  const madeAt = data?.made_at
  useEffect(() => {
    if (madeBefore === undefined || !madeAt || madeAt === madeBefore) return
    setMadeBefore(undefined)
    announce(texts.made)
  }, [madeBefore, madeAt, texts])
  if (error) return <LoadFailure error={error} />
  if (!data) return <Waiting />
  return (
    <>
      <SettingsPart key={JSON.stringify(data.settings)} settings={data.settings} />
      <Part title={texts.title}>
        <ReportAge report={data} isAsked={isAsked} onAsked={() => setMadeBefore(data.made_at)} />
        {data.made_at && <JudgedPart judged={data.judged} threshold={data.settings.threshold} />}
      </Part>
      {data.made_at && <CorrectionsPart corrections={data.corrections} />}
    </>
  )
}

function JudgedPart({ judged, threshold }: { readonly judged: Judged | null; readonly threshold: number }) {
  const texts = useMessages().suggestions.report
  const share = useShare()
  if (!judged) return <Paragraph>{texts.outside}</Paragraph>
  if (judged.reports === 0) return <Paragraph>{texts.nothing}</Paragraph>
  return (
    <>
      <Paragraph>{texts.judgedOn(judged.reports)}</Paragraph>
      <SummaryList
        rows={[
          { key: 'main', label: texts.main, value: share(judged.main.top1) },
          { key: 'sub', label: texts.sub, value: share(judged.sub.top1) },
          { key: 'three', label: texts.amongThree, value: share(judged.sub.top3) },
          { key: 'calibration', label: texts.calibration, value: share(judged.calibration_error) },
        ]}
      />
      <CategoryTable judged={judged} />
      <ConfusionTable judged={judged} />
      <ThresholdTable judged={judged} threshold={threshold} />
    </>
  )
}

function CategoryTable({ judged }: { readonly judged: Judged }) {
  const texts = useMessages().suggestions.report
  const share = useShare()
  return (
    <Part title={texts.categories} level={3}>
      <PartTable label={texts.categories} headers={[texts.category, texts.reports, texts.right]}>
        {judged.categories.map(({ category, reports, right }) => (
          <tr key={`${category.main_slug}/${category.sub_slug}`}>
            <th scope="row">{category.sub}</th>
            <td>{reports}</td>
            <td>{share(right / reports)}</td>
          </tr>
        ))}
      </PartTable>
    </Part>
  )
}

function ConfusionTable({ judged }: { readonly judged: Judged }) {
  const texts = useMessages().suggestions.report
  return (
    <Part title={texts.confusions} level={3}>
      <Paragraph>{texts.confusionsHint}</Paragraph>
      {judged.confusions.length === 0 ? (
        <Paragraph>{texts.noConfusions}</Paragraph>
      ) : (
        <PartTable
          label={texts.confusions}
          headers={[texts.should, texts.became, texts.reports, texts.otherDepartment, texts.cost]}
        >
          {judged.confusions.map(({ expected, suggested, ...row }) => (
            <tr
              key={`${expected.main_slug}/${expected.sub_slug} ${suggested.main_slug}/${suggested.sub_slug}`}
            >
              <th scope="row">{expected.sub}</th>
              <td>{suggested.sub}</td>
              <td>{row.reports}</td>
              <td>{row.between_departments ? texts.yes : texts.no}</td>
              <td>{row.cost}</td>
            </tr>
          ))}
        </PartTable>
      )}
    </Part>
  )
}

function ThresholdTable({ judged, threshold }: { readonly judged: Judged; readonly threshold: number }) {
  const texts = useMessages().suggestions.report
  const share = useShare()
  const decimal = useDecimal()
  return (
    <Part title={texts.thresholds} level={3}>
      <PartTable label={texts.thresholds} headers={[texts.threshold, texts.suggested, texts.rightOfThose]}>
        {judged.thresholds.map((row) => (
          <tr key={row.threshold}>
            <th scope="row">
              {decimal(row.threshold)} {row.threshold === threshold && texts.now}
            </th>
            <td>{share(row.suggested)}</td>
            <td>{row.suggested === 0 ? '–' : share(row.right)}</td>
          </tr>
        ))}
      </PartTable>
    </Part>
  )
}
