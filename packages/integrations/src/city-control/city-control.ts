import type { CityControl } from '@signalen/services'
import { type Certificates, postMessage } from './post-message.ts'
import { isConfirmation, readUpdate } from './read-messages.ts'
import { ADD_DOCUMENT, CREATE_CASE } from './stuf-names.ts'
import { writeCase } from './write-case.ts'
import { writeCaseAnswer } from './write-case-answer.ts'
import { writeCaseDocument } from './write-case-document.ts'

export interface CityControlOptions extends Certificates {
  readonly url?: string | undefined
  /** As it stands behind `Basic`. */
  readonly token?: string | undefined
  readonly timeoutMilliseconds?: number | undefined
}

/** Sigmax CityControl, in StUF-ZKN 3.10 over SOAP 1.1. Reading and answering need no address of it. */
export function createCityControl(options: CityControlOptions = {}): CityControl {
  const { url, token, timeoutMilliseconds = 30_000, ...certificates } = options

  async function send(action: string, body: string): Promise<void> {
    if (!url || !token) throw new Error('no address or no token of CityControl is configured')
    const answer = await postMessage({
      url,
      body,
      timeoutMilliseconds,
      ...certificates,
      headers: {
        SOAPAction: action,
        'Content-Type': 'text/xml; charset=UTF-8',
        Authorization: `Basic ${token}`,
      },
    })
    if (answer.status < 200 || answer.status >= 300) throw new Error(`CityControl answered ${answer.status}`)
    if (!isConfirmation(answer.body)) throw new Error('CityControl did not confirm the message')
  }

  return {
    createCase: (made) => send(CREATE_CASE, writeCase(made)),
    addDocument: (document) => send(ADD_DOCUMENT, writeCaseDocument(document)),
    readUpdate,
    writeAnswer: writeCaseAnswer,
  }
}
