import { describe, expect, it } from 'vitest'
import {
  describeAssignedMail,
  describeReporterMail,
  listDepartmentRecipients,
  mustNotifyHandler,
} from './system-mail.ts'
import { isMailTemplateKey, MAIL_TEMPLATE_KEYS } from './template-keys.ts'

describe('other mails', () => {
  const member = {
    userId: 1,
    email: 'bea@gemeente.example',
    isActive: true,
    notifyOnUserAssignment: true,
    notifyOnDepartmentAssignment: true,
  }

  it('have keys that are known', () => {
    expect(MAIL_TEMPLATE_KEYS).toHaveLength(22)
    expect(isMailTemplateKey('signal_created')).toBe(true)
    expect(isMailTemplateKey('toString')).toBe(false)
    expect(describeAssignedMail('SIG-1', null).fallbackSubject).toBe('Melding SIG-1 is toegewezen aan jou')
    expect(describeReporterMail('verify_email_reporter', 'SIG-1').fallbackSubject).toContain('SIG-1')
  })

  it('tell people of an assignment as they wish', () => {
    expect(mustNotifyHandler(member, null)).toBe(true)
    expect(mustNotifyHandler(member, 1)).toBe(false)
    expect(mustNotifyHandler(null, 1)).toBe(false)
    expect(mustNotifyHandler({ ...member, isActive: false }, null)).toBe(false)
    expect(mustNotifyHandler({ ...member, notifyOnUserAssignment: false }, null)).toBe(false)
    const silent = { ...member, userId: 2, notifyOnDepartmentAssignment: false }
    expect(listDepartmentRecipients([member, silent])).toEqual([member])
  })
})
