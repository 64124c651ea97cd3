import type { AreaImportAnswer } from '@signalen/contract'
import { Alert, Paragraph } from '@signalen/ui'
import { TableFrame } from '../../components/TableFrame.tsx'
import { useMessages } from '../../language/language-context.tsx'

/** What happens, or happened, to each area of the file. */
export function ImportResult({ result }: { readonly result: AreaImportAnswer }) {
  const { areas: texts, settings } = useMessages()
  const refused = result.areas.filter(({ outcome }) => outcome === 'refused')
  return (
    <>
      <div role="status">
        <Alert kind={refused.length > 0 ? 'error' : 'ok'}>
          <Paragraph>
            {refused.length > 0 && texts.refused(refused.length)}
            {refused.length === 0 && (result.is_stored ? texts.stored : texts.sound)}
          </Paragraph>
        </Alert>
      </div>
      <TableFrame label={texts.result}>
        <table className="signals settings__table">
          <caption className="signalen-visually-hidden">{texts.result}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{texts.code}</th>
              <th scope="col">{settings.name}</th>
              <th scope="col">{texts.result}</th>
            </tr>
          </thead>
          <tbody>
            {result.areas.map(({ code, name, outcome, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a code may be empty, or stand there twice.
              <tr key={index}>
                <td>{index + 1}</td>
                <td>{code || '–'}</td>
                <td>{name || '–'}</td>
                <td>{reason ?? texts.outcomes[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {result.untouched.length > 0 && <Paragraph>{texts.untouched(result.untouched)}</Paragraph>}
    </>
  )
}
