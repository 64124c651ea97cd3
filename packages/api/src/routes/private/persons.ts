import {
  pageQuery,
  personCorrected,
  personCorrection,
  personDossier,
  personErased,
  personErasure,
  personFound,
  personRequest,
  registerPage,
} from '@signalen/contract'
import {
  correctPerson,
  erasePerson,
  handOverPerson,
  listPersonRegister,
  lookUpPerson,
} from '@signalen/services'
import { halPage, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { mediaFor } from '../../present/present-attachment.ts'
import { presentDossier, presentPersonFound, presentRegisterRow } from '../../present/present-person.ts'
import type { Api, ApiOptions } from '../../types.ts'

const tags = ['persons']

/** What a person may ask about their own data. Nothing of it is kept by browsers or proxies. */
export function personRoutes(app: Api, options: ApiOptions): void {
  readingRoutes(app, options)
  changingRoutes(app)
}

function readingRoutes(app: Api, options: ApiOptions): void {
  app.post(
    '/v1/private/persons/find',
    {
      config: { operation: 'person.find' },
      schema: {
        tags,
        summary: 'What there is about a person',
        body: personRequest,
        response: { 200: personFound },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      reply.header('cache-control', 'no-store')
      const found = await lookUpPerson(context, actorOf(request), request.body)
      return presentPersonFound(found, context.settings.timeZone)
    },
  )

  app.post(
    '/v1/private/persons/handover',
    {
      config: { operation: 'person.handOver' },
      schema: {
        tags,
        summary: 'Everything about a person, to give to that person',
        body: personRequest,
        response: { 200: personDossier },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const dossier = await handOverPerson(contextOf(request), actorOf(request), request.body)
      return presentDossier(dossier, mediaFor(request, options))
    },
  )

  app.get(
    '/v1/private/persons/register',
    {
      config: { operation: 'person.register' },
      schema: {
        tags,
        summary: 'What was done about persons, by whom',
        querystring: pageQuery,
        response: { 200: registerPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const asked = readPage(request.query)
      const { count, results } = await listPersonRegister(context, actorOf(request), asked)
      const rows = results.map((row) => presentRegisterRow(row, context.settings.timeZone))
      return halPage(request, asked, { count, results: rows })
    },
  )
}

function changingRoutes(app: Api): void {
  app.post(
    '/v1/private/persons/correct',
    {
      config: { operation: 'person.correct', errors: [409] },
      schema: {
        tags,
        summary: 'Give a person other contact details everywhere',
        body: personCorrection,
        response: { 200: personCorrected },
      },
    },
    async (request) => {
      const { signal_count, new_email, new_phone, ...person } = request.body
      const done = await correctPerson(contextOf(request), actorOf(request), {
        ...person,
        expectedReports: signal_count,
        ...(new_email === undefined ? {} : { newEmail: new_email }),
        ...(new_phone === undefined ? {} : { newPhone: new_phone }),
      })
      return { signal_count: done.reports, reporter_count: done.reporters, mail_count: done.mails }
    },
  )

  app.post(
    '/v1/private/persons/erase',
    {
      config: { operation: 'person.erase', errors: [409] },
      schema: {
        tags,
        summary: 'Take a person out of everything, and keep what was reported',
        body: personErasure,
        response: { 200: personErased },
      },
    },
    async (request) => {
      const { signal_count, ...erasure } = request.body
      const done = await erasePerson(contextOf(request), actorOf(request), {
        ...erasure,
        expectedReports: signal_count,
      })
      return {
        signal_count: done.reports,
        reporter_count: done.reporters,
        mail_count: done.mails,
        text_count: done.texts,
        file_count: done.files,
      }
    },
  )
}
