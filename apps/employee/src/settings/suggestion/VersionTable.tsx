import type { ModelVersionAnswer } from '@signalen/contract'
import { Button, Paragraph } from '@signalen/ui'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { PartTable } from './Part.tsx'
import { useShare } from './use-share.ts'

interface VersionTableProps {
  readonly versions: readonly ModelVersionAnswer[]
  readonly canActivate: boolean
  readonly isBusy: boolean
  readonly onActivate: (version: number) => void
}

/** Each version with what it was judged by, and one button to use it. */
export function VersionTable({ versions, canActivate, isBusy, onActivate }: VersionTableProps) {
  const { language, messages } = useLanguage()
  const texts = messages.suggestions.model
  const share = useShare()
  if (versions.length === 0) return <Paragraph>{texts.noVersions}</Paragraph>
  return (
    <PartTable
      label={texts.versions}
      headers={[
        texts.version,
        texts.madeOn,
        texts.learnt,
        texts.before,
        texts.after,
        texts.outcome,
        texts.action,
      ]}
    >
      {versions.map((version) => (
        <tr key={version.id}>
          <th scope="row">{version.id}</th>
          <td>
            {formatDateTime(version.trained_at, language)}, {version.trained_by ?? texts.byClock}
          </td>
          <td>{texts.learntFrom(version.learnt, version.corrected)}</td>
          <td>{share(version.former.sub.top1)}</td>
          <td>{share(version.own.sub.top1)}</td>
          <td>{texts.outcomes[version.outcome]}</td>
          <td>
            <VersionAction
              version={version}
              canActivate={canActivate}
              isBusy={isBusy}
              onActivate={onActivate}
            />
          </td>
        </tr>
      ))}
    </PartTable>
  )
}

interface VersionActionProps extends Omit<VersionTableProps, 'versions'> {
  readonly version: ModelVersionAnswer
}

function VersionAction({ version, canActivate, isBusy, onActivate }: VersionActionProps) {
  const texts = useLanguage().messages.suggestions.model
  if (!version.is_usable) return texts.unusable
  if (version.is_active) return <strong>{texts.active}</strong>
  if (!canActivate) return null
  return (
    <Button purpose="secondary" disabled={isBusy} onClick={() => onActivate(version.id)}>
      {texts.use(version.id)}
    </Button>
  )
}
