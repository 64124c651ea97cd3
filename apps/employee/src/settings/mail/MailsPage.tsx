import { isMailTemplateKey, MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { Button, SelectField, TextField } from '@signalen/ui'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { LoggedMail } from '../../api/wire.ts'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Pager } from '../../overview/Pager.tsx'
import { useMails } from '../api.ts'
import { SettingsList } from '../SettingsList.tsx'
import { MailDialog } from './MailDialog.tsx'

const PAGE_SIZE = 50
const STATES = ['queued', 'sent', 'failed'] as const

/** Which mails went out, which did not and why. */
export function Component() {
  const { settings } = useLanguage().messages
  const texts = settings.mail
  const [parameters, setParameters] = useSearchParams()
  const query = new URLSearchParams(parameters)
  query.set('page_size', String(PAGE_SIZE))
  const { data, error } = useMails(query.toString())
  const [viewed, setViewed] = useState<number>()
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(parameters)
    next.delete('page')
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParameters(next, { replace: true })
  }
  return (
    <>
      <SettingsList
        title={texts.logTitle}
        error={error}
        count={data?.count}
        headers={[texts.when, texts.template, texts.recipient, texts.signal, texts.state, '']}
        filters={
          <>
            <SelectField
              id="mail-state"
              name="state"
              label={texts.state}
              emptyLabel={settings.all}
              options={STATES.map((value) => ({ value, label: texts.states[value] }))}
              value={parameters.get('state') ?? ''}
              onChange={(event) => set('state', event.target.value)}
            />
            <SelectField
              id="mail-template"
              name="template"
              label={texts.template}
              emptyLabel={settings.all}
              options={MAIL_TEMPLATE_KEYS.map((value) => ({ value, label: texts.keys[value] }))}
              value={parameters.get('template') ?? ''}
              onChange={(event) => set('template', event.target.value)}
            />
            <TextField
              id="mail-signal"
              name="signal"
              inputMode="numeric"
              label={texts.signal}
              value={parameters.get('signal') ?? ''}
              onChange={(event) => set('signal', event.target.value.replaceAll(/\D/g, '').slice(0, 9))}
            />
          </>
        }
      >
        {data?.results.map((mail) => (
          <MailRow key={mail.id} mail={mail} onView={() => setViewed(mail.id)} />
        ))}
      </SettingsList>
      <Pager
        page={Number(parameters.get('page')) || 1}
        last={Math.ceil((data?.count ?? 0) / PAGE_SIZE)}
        toPage={(page) => {
          const next = new URLSearchParams(parameters)
          next.set('page', String(page))
          return `?${next}`
        }}
      />
      {viewed !== undefined && <MailDialog id={viewed} onClose={() => setViewed(undefined)} />}
    </>
  )
}

function MailRow({ mail, onView }: { readonly mail: LoggedMail; readonly onView: () => void }) {
  const { language, messages } = useLanguage()
  const { settings, overview } = messages
  const texts = settings.mail
  return (
    <tr>
      <td className="nowrap">{formatDateTime(mail.created_at, language)}</td>
      <td>{isMailTemplateKey(mail.template) ? texts.keys[mail.template] : mail.template}</td>
      <td>{mail.recipient}</td>
      <td>
        {mail.signal_id !== null && (
          <Link className="nl-link" to={`/incident/${mail.signal_id}`}>
            {overview.open(mail.signal_id)}
          </Link>
        )}
      </td>
      <td>
        <span className={`status status--${mail.state === 'failed' ? 'attention' : 'closed'}`}>
          {texts.states[mail.state]}
        </span>
        {mail.last_error && <small className="fact__note"> {mail.last_error}</small>}
      </td>
      <td>
        <Button purpose="subtle" aria-haspopup="dialog" onClick={onView}>
          {texts.view}
        </Button>
      </td>
    </tr>
  )
}
