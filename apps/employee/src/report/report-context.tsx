import type { SignalDetail } from '@signalen/contract'
import type { SignalKind } from '@signalen/domain'
import { createContext, useContext } from 'react'
import type { ReportChanges } from './use-report-changes.ts'

export interface Report extends ReportChanges {
  readonly signal: SignalDetail
  readonly kind: SignalKind
  readonly childCount: number
}

const ReportContext = createContext<Report | undefined>(undefined)

export const ReportProvider = ReportContext

export function useReport(): Report {
  const report = useContext(ReportContext)
  if (!report) throw new Error('there is no report around this')
  return report
}

export function kindOf(signal: SignalDetail): SignalKind {
  if (signal._links['sia:parent']) return 'child'
  return signal._links['sia:children'] ? 'parent' : 'normal'
}
