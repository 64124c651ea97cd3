import type { SettingAnswer } from '@signalen/contract'
import { Button, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/request.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { SettingsList } from '../SettingsList.tsx'
import { useSave } from '../use-save.ts'
import { RetentionPart } from './RetentionPart.tsx'
import { SettingDialog } from './SettingDialog.tsx'
import { showValue } from './setting-input.ts'

/** Everything that a municipality can set, each with what it does, and what its terms do tomorrow. */
export function Component() {
  const { settings, municipality: texts } = useMessages()
  const { may } = useRights()
  const { data, error } = useQuery({
    queryKey: ['settings'],
    queryFn: () => read<readonly SettingAnswer[]>(`${PRIVATE}/settings`),
  })
  const [edited, setEdited] = useState<SettingAnswer>()
  const save = useSave('settings', 'retention')
  const shown = texts.settingOrder.flatMap((name) => data?.find((setting) => setting.name === name) ?? [])
  return (
    <>
      <SettingsList
        title={texts.title}
        error={error}
        count={data && shown.length}
        filters={<Paragraph>{texts.intro}</Paragraph>}
        headers={[settings.name, texts.value, ...(may('setting.update') ? [''] : [])]}
      >
        {shown.map((setting) => {
          const name = texts.settingName(setting.name)
          const isOwn = JSON.stringify(setting.value) !== JSON.stringify(setting.standard)
          return (
            <tr key={setting.name}>
              <th scope="row">
                {name}
                <br />
                <small className="fact__note">{texts.settingAbout(setting.name)}</small>
              </th>
              <td className="setting-value">
                {showValue(setting.value, texts)}
                {isOwn && (
                  <>
                    <br />
                    <small className="fact__note">{texts.standard(showValue(setting.standard, texts))}</small>
                  </>
                )}
              </td>
              {may('setting.update') && (
                <td>
                  <Button
                    purpose="subtle"
                    aria-label={texts.edit(name)}
                    onClick={() => {
                      save.reset()
                      setEdited(setting)
                    }}
                  >
                    {settings.edit}
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </SettingsList>
      {may('retention.read') && <RetentionPart />}
      {may('setting.read') && (
        <ChangeHistory
          kind="settings"
          path={`${PRIVATE}/setting-history/setting`}
          present={(words) => words.replace(/^\w+/, (name) => texts.settingName(name))}
        />
      )}
      {edited && (
        <SettingDialog
          setting={edited}
          isSaving={save.isPending}
          error={save.error}
          onClose={() => setEdited(undefined)}
          onSave={(value) =>
            save.mutate(
              { path: `${PRIVATE}/settings`, method: 'PATCH', body: { [edited.name]: value } },
              { onSuccess: () => setEdited(undefined) },
            )
          }
        />
      )}
    </>
  )
}
