import type { Operation } from '@signalen/domain'
import type { Messages } from '../messages/nl.ts'
import type { Rights } from '../rights/use-rights.ts'

export type SettingsSection = keyof Messages['settings']['sections']

export interface Section {
  readonly name: SettingsSection
  readonly path: string
  /** Someone who may do one of these has something to do there. */
  readonly needs: readonly Operation[]
}

export const SETTINGS_SECTIONS: readonly Section[] = [
  { name: 'setup', path: 'inrichten', needs: ['setup.read', 'setup.test'] },
  { name: 'users', path: 'gebruikers', needs: ['user.read', 'user.create', 'user.update'] },
  { name: 'roles', path: 'rollen', needs: ['role.create', 'role.update', 'role.delete'] },
  { name: 'departments', path: 'afdelingen', needs: ['department.create', 'department.update'] },
  { name: 'categories', path: 'categorieen', needs: ['category.update'] },
  { name: 'questions', path: 'vragen', needs: ['question.read', 'question.write'] },
  { name: 'areas', path: 'gebieden', needs: ['area.import', 'areaType.create'] },
  {
    name: 'texts',
    path: 'standaardteksten',
    needs: ['statusMessage.create', 'statusMessage.update', 'statusMessage.delete'],
  },
  { name: 'expressions', path: 'regels', needs: ['expression.create', 'expression.update'] },
  { name: 'mailTemplates', path: 'mailteksten', needs: ['mailTemplate.read', 'mailTemplate.write'] },
  { name: 'mails', path: 'mails', needs: ['mail.sendAgain'] },
  { name: 'suggestions', path: 'voorstellen', needs: ['suggestion.read', 'urgency.read'] },
  { name: 'theme', path: 'uiterlijk', needs: ['theme.read', 'theme.update'] },
  { name: 'sources', path: 'bronnen', needs: ['source.update'] },
  { name: 'feedback', path: 'tevredenheid', needs: ['standardAnswer.read', 'standardAnswer.update'] },
  { name: 'municipality', path: 'gemeente', needs: ['setting.read', 'setting.update'] },
  { name: 'configuration', path: 'configuratie', needs: ['configuration.export', 'configuration.import'] },
  {
    name: 'persons',
    path: 'personen',
    needs: ['person.find', 'person.handOver', 'person.correct', 'person.erase', 'person.register'],
  },
  {
    name: 'planned',
    path: 'gepland',
    needs: [
      'category.update',
      'question.write',
      'statusMessage.update',
      'mailTemplate.write',
      'expression.update',
    ],
  },
  { name: 'tasks', path: 'achtergrond', needs: ['task.read', 'task.run'] },
  { name: 'audit', path: 'logboek', needs: ['audit.read'] },
  { name: 'export', path: 'export', needs: ['csv.download'] },
]

export function listOpenSections(rights: Rights): readonly Section[] {
  return SETTINGS_SECTIONS.filter(({ needs }) => needs.some((operation) => rights.may(operation)))
}

export function canOpenSettings(rights: Rights): boolean {
  return listOpenSections(rights).length > 0
}
