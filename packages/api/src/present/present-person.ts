import type { Mention, PersonDossier, PersonFound, RegisterRow, ReportOfPerson } from '@signalen/services'
import { type MediaPresenting, presentFile } from './present-attachment.ts'
import { presentTime } from './time.ts'

export function presentRegisterRow(row: RegisterRow, timeZone: string) {
  return {
    id: row.id,
    occurred_at: presentTime(row.occurred_at, timeZone),
    actor: row.actor,
    action: row.action,
    person: row.object_id,
    detail: row.detail as Record<string, unknown>,
  }
}

export function presentPersonFound(found: PersonFound, timeZone: string) {
  return {
    signal_count: found.signalIds.length,
    signal_ids: [...found.signalIds],
    reporter_count: found.reporters,
    mail_count: found.mails,
    subscription_count: found.subscriptions,
    is_employee: found.isEmployee,
    mentions: found.mentions.map(presentMention),
    earlier: found.earlier.map((row) => presentRegisterRow(row, timeZone)),
  }
}

function presentMention({ place, id, signalId, excerpt }: Mention) {
  return { place: place.table, id, signal_id: signalId, excerpt }
}

export function presentDossier(dossier: PersonDossier, media: MediaPresenting) {
  const { timeZone } = media.context.settings
  return {
    made_at: presentTime(dossier.madeAt, timeZone),
    reports: dossier.reports.map((report) => presentReport(report, media)),
    mails: dossier.mails.map((mail) => ({
      id: mail.id,
      signal_id: mail.signal_id,
      created_at: presentTime(mail.created_at, timeZone),
      sent_at: mail.sent_at && presentTime(mail.sent_at, timeZone),
      subject: mail.subject,
      text: mail.body_text,
    })),
    subscriptions: dossier.subscriptions.map(({ about, pace, createdAt, confirmedAt }) => ({
      about,
      pace,
      created_at: presentTime(createdAt, timeZone),
      confirmed_at: confirmedAt && presentTime(confirmedAt, timeZone),
    })),
    mentions: dossier.mentions.map(presentMention),
  }
}

function presentReport(report: ReportOfPerson, media: MediaPresenting) {
  const { row, category } = report.signal
  const time = (moment: Date) => presentTime(moment, media.context.settings.timeZone)
  return {
    id: row.id,
    id_display: report.number,
    created_at: time(row.created_at),
    incident_date_start: time(row.incident_date_start),
    status: report.status,
    main_category: category.main.name,
    sub_category: category.name,
    text: row.text,
    text_extra: row.text_extra,
    address: row.address,
    longitude: row.longitude,
    latitude: row.latitude,
    extra_properties: row.extra_properties,
    email: row.reporter_email,
    phone: row.reporter_phone,
    sharing_allowed: row.reporter_sharing_allowed,
    language: row.reporter_language ?? 'nl',
    files: report.attachments.map((file) => ({
      id: file.id,
      file_name: file.file_name,
      mimetype: file.mimetype,
      size: file.size,
      created_at: time(file.created_at),
      location: presentFile(file, media),
    })),
    feedback: report.feedback.map(({ signal_id: _, submitted_at, text_list, ...given }) => ({
      ...given,
      text_list: text_list && [...text_list],
      submitted_at: submitted_at && time(submitted_at),
    })),
    history: report.history.map(({ when, action, description }) => ({
      when: time(when),
      action,
      description,
    })),
  }
}
