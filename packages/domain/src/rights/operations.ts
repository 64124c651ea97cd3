import type { PermissionCode } from './permissions.ts'

/**
 * Who an operation is for. `token`: whoever holds the secret link or token; `employee`: a
 * signed-in user, with the permissions that are named.
 */
type Audience = 'anyone' | 'token' | 'employee'

/**
 * What of it they get. `visible`: only signals that they may see; `signal`: the one signal must be
 * visible to them; `own`: only what they made themselves; `own-categories`: only categories that
 * their departments may see.
 */
type Reach = 'everything' | 'visible' | 'signal' | 'own' | 'own-categories'

export type Circumstance =
  | 'normal signal'
  | 'parent signal'
  | 'child signal'
  | 'added by reporter'
  | 'added by another user'

export interface OperationRule {
  readonly does: string
  readonly audience: Audience
  readonly needs: readonly PermissionCode[]
  readonly reach: Reach
  /** Extra permissions that depend on what it is done to, checked in this order. */
  readonly needsWhen?: readonly { readonly when: Circumstance; readonly permission: PermissionCode }[]
  /** Answer as if the signal did not exist when it is not visible. */
  readonly hides?: true
}

const anyone = { audience: 'anyone', needs: [], reach: 'everything' } as const
const token = { audience: 'token', needs: [], reach: 'own' } as const
const signedIn = { audience: 'employee', needs: [], reach: 'everything' } as const
const own = { audience: 'employee', needs: [], reach: 'own' } as const
const read = { audience: 'employee', needs: ['sia_read'], reach: 'everything' } as const
const listVisible = { audience: 'employee', needs: ['sia_read'], reach: 'visible' } as const
const readSignal = { audience: 'employee', needs: ['sia_read'], reach: 'signal' } as const

function readWith<Code extends PermissionCode>(permission: Code) {
  return { audience: 'employee', needs: ['sia_read', permission], reach: 'everything' } as const
}

function writeWith<Code extends PermissionCode>(permission: Code) {
  return { audience: 'employee', needs: ['sia_write', permission], reach: 'everything' } as const
}

/** A change of a signal answers with the signal, so it takes reading as well. */
function changeSignal(...permissions: PermissionCode[]) {
  return { audience: 'employee', needs: ['sia_read', 'sia_write', ...permissions], reach: 'signal' } as const
}

/** Every operation of the API and who may do it: the one place where this is said. */
export const OPERATIONS = {
  'public.signal.create': { ...anyone, does: 'Een melding doen' },
  'public.signal.read': { ...anyone, does: 'De openbare stand van een melding zien' },
  'public.attachment.add': { ...anyone, does: "Foto's bij een melding doen" },
  'public.geography.read': { ...anyone, does: 'Openbare meldingen op de kaart zien' },
  'public.figures.read': { ...anyone, does: 'Cijfers over meldingen zien' },
  'public.category.read': { ...anyone, does: 'Categorieën en hun vragen lezen' },
  'public.objects.read': { ...anyone, does: 'Objecten uit open data op de kaart zien' },
  'public.area.read': { ...anyone, does: 'Gebieden lezen' },
  'public.address.read': { ...anyone, does: 'Adressen zoeken' },
  'public.prediction.read': { ...anyone, does: 'Een voorstel voor een categorie krijgen' },
  'public.urgency.read': { ...anyone, does: 'Horen of een tekst op gevaar wijst' },
  'public.nearby.read': { ...anyone, does: 'Openbare meldingen in de buurt van een plek zien' },
  'public.translation.read': { ...anyone, does: 'Vertalingen lezen' },
  'feedback.standardAnswers': { ...anyone, does: 'Standaardantwoorden over tevredenheid lezen' },
  'feedback.submit': { ...token, does: 'Laten weten of men tevreden is' },
  'reporter.verifyEmail': { ...token, does: 'Een nieuw e-mailadres bevestigen' },
  'questionnaire.answer': { ...token, does: 'Vragen van de gemeente beantwoorden' },
  'subscription.request': { ...anyone, does: 'Vragen om mail over een melding of een gebied' },
  'subscription.confirm': { ...token, does: 'Bevestigen dat men die mail wil' },
  'subscription.stop': { ...token, does: 'Die mail stoppen' },
  'myReports.requestToken': { ...anyone, does: 'Een link naar mijn meldingen vragen' },
  'myReports.read': { ...token, does: 'Mijn meldingen zien' },

  'me.read': { ...read, reach: 'own', does: 'Eigen gegevens en rechten zien' },
  'filter.read': { ...own, does: 'Eigen filters lezen' },
  'filter.write': { ...own, does: 'Eigen filters bewaren, wijzigen en verwijderen' },
  'preference.read': { ...own, does: 'Eigen voorkeuren voor het scherm lezen' },
  'preference.write': { ...own, does: 'Eigen voorkeuren voor het scherm wijzigen' },

  'signal.list': { ...listVisible, does: 'Meldingen in een lijst zien' },
  'signal.geography': { ...listVisible, does: 'Meldingen op de kaart zien' },
  'signal.search': { ...listVisible, does: 'Meldingen zoeken' },
  'signal.promotedParents': { ...listVisible, does: 'Nieuwe hoofdmeldingen opvragen' },
  'signal.categoryRemoved': {
    ...read,
    reach: 'own-categories',
    does: 'Opvragen welke meldingen uit een categorie zijn verdwenen',
  },
  'signal.read': { ...readSignal, does: 'Een melding zien' },
  'signal.history': { ...readSignal, does: 'De geschiedenis van een melding zien' },
  'signal.children': { ...readSignal, does: 'De deelmeldingen van een melding zien' },
  'signal.pdf': { ...readSignal, does: 'Een melding als PDF krijgen' },
  'signal.suggestion': {
    ...readSignal,
    does: 'Het voorstel voor de categorie van een melding zien, met de reden',
  },
  'signal.duplicates': { ...readSignal, does: 'Zien welke open meldingen over hetzelfde gaan' },
  'signal.events': { ...listVisible, does: 'Horen welke meldingen nieuw zijn of wijzigen' },
  'signal.presence': { ...readSignal, does: 'Zien wie dezelfde melding bekijkt, en zelf gezien worden' },
  'signal.cause': { ...readSignal, does: 'Zien wat de oorzaak van een melding was' },
  'cause.list': { ...read, does: 'Zien welke oorzaken er te kiezen zijn' },
  'signal.relations': { ...readSignal, does: 'Zien met welke meldingen een melding samenhangt' },
  'signal.followers': { ...readSignal, does: 'Zien hoeveel mensen een melding volgen' },
  'signal.findDuplicates': { ...listVisible, does: 'Zoeken of iets al gemeld is' },
  'signal.context': { ...readSignal, hides: true, does: 'De omgeving van een melding zien' },
  'bulkChange.make': {
    audience: 'employee',
    needs: ['sia_read', 'sia_write'],
    reach: 'visible',
    does: 'Veel meldingen tegelijk wijzigen, en dat ongedaan maken; elke wijziging vraagt haar eigen recht',
  },
  'bulkChange.read': { ...read, reach: 'own', does: 'Zien hoe het met zo’n wijziging staat' },
  'signal.contactDetails': {
    audience: 'employee',
    needs: ['sia_read', 'sia_can_view_contact_details'],
    reach: 'signal',
    does: 'E-mailadres en telefoonnummer van de melder zien',
  },
  'signal.create': {
    audience: 'employee',
    needs: ['sia_write', 'sia_signal_create_initial'],
    reach: 'everything',
    does: 'Een melding aanmaken',
  },
  'signal.split': {
    ...changeSignal('sia_signal_create_initial', 'sia_split'),
    does: 'Een melding splitsen in deelmeldingen',
  },
  'signal.changeStatus': { ...changeSignal('sia_signal_change_status'), does: 'De status wijzigen' },
  'signal.pushToSigmax': {
    ...changeSignal('sia_signal_change_status', 'push_to_sigmax'),
    does: 'Een melding doorsturen naar CityControl',
  },
  'signal.changeCategory': {
    ...changeSignal('sia_signal_change_category'),
    does: 'De categorie wijzigen',
  },
  'signal.addNote': { ...changeSignal('sia_signal_create_note'), does: 'Een notitie toevoegen' },
  'signal.changeLocation': { ...changeSignal(), does: 'De plaats wijzigen' },
  'signal.changePriority': { ...changeSignal(), does: 'De urgentie wijzigen' },
  'signal.changeType': { ...changeSignal(), does: 'Het type wijzigen' },
  'signal.changeDirecting': { ...changeSignal(), does: 'De regie wijzigen' },
  'signal.changeRouting': { ...changeSignal(), does: 'De afdeling wijzigen' },
  'signal.assignUser': { ...changeSignal(), does: 'Een behandelaar toewijzen' },
  'signal.changeCause': { ...changeSignal(), does: 'De oorzaak van een melding vastleggen' },
  'signal.relate': {
    ...changeSignal('sia_signal_change_status'),
    does: 'Meldingen koppelen, of als dubbel bundelen',
  },
  'signal.previewMail': {
    ...changeSignal('sia_signal_create_initial'),
    does: 'De mail bij een status vooraf bekijken',
  },

  'attachment.read': { ...readSignal, does: 'Bijlagen zien' },
  'attachment.add': { ...changeSignal('sia_add_attachment'), hides: true, does: 'Een bijlage toevoegen' },
  'attachment.update': {
    ...changeSignal('sia_change_attachment'),
    does: 'Bijschrift en openbaarheid van een bijlage wijzigen',
  },
  'attachment.cover': {
    ...changeSignal('sia_change_attachment'),
    does: 'Iets op een foto onherstelbaar afschermen',
  },
  'attachment.turn': {
    ...changeSignal('sia_change_attachment'),
    does: 'Een foto rechtop zetten',
  },
  'attachment.delete': {
    ...readSignal,
    hides: true,
    does: 'Een bijlage verwijderen',
    needsWhen: [
      { when: 'parent signal', permission: 'sia_delete_attachment_of_parent_signal' },
      { when: 'child signal', permission: 'sia_delete_attachment_of_child_signal' },
      { when: 'normal signal', permission: 'sia_delete_attachment_of_normal_signal' },
      { when: 'added by reporter', permission: 'sia_delete_attachment_of_anonymous_user' },
      { when: 'added by another user', permission: 'sia_delete_attachment_of_other_user' },
    ],
  },

  'reporter.list': {
    audience: 'employee',
    needs: ['sia_read', 'sia_can_view_contact_details'],
    reach: 'signal',
    does: 'Contactgegevens van een melding zien',
  },
  'reporter.create': {
    ...changeSignal('sia_can_view_contact_details'),
    does: 'Contactgegevens van een melding wijzigen',
  },
  'reporter.cancel': {
    ...changeSignal('sia_can_view_contact_details'),
    does: 'Een wijziging van contactgegevens intrekken',
  },

  'category.read': { ...read, does: 'Categorieën en hun geschiedenis zien' },
  'category.update': { ...writeWith('sia_category_write'), does: 'Categorieën wijzigen' },
  'question.read': {
    ...readWith('sia_category_read'),
    does: 'Vragen van categorieën zien zoals ze worden geschreven, met hun versies',
  },
  'question.write': {
    ...writeWith('sia_category_write'),
    does: 'Vragen van categorieën schrijven en publiceren',
  },
  'suggestion.read': {
    ...readWith('sia_category_read'),
    does: 'Zien hoe goed het voorstel voor de categorie is, en welk model in gebruik is',
  },
  'suggestion.update': {
    ...writeWith('sia_category_write'),
    does: 'De drempel en het leren van het voorstel voor de categorie instellen',
  },
  'suggestionReport.request': {
    ...writeWith('sia_category_write'),
    does: 'Opnieuw laten meten hoe goed het voorstel voor de categorie is',
  },
  'suggestionModel.train': {
    ...writeWith('sia_category_write'),
    does: 'Een model laten leren van meldingen',
  },
  'suggestionModel.activate': {
    ...writeWith('sia_category_write'),
    does: 'Een ander model in gebruik nemen',
  },
  'urgency.read': { ...readWith('sia_category_read'), does: 'De regels voor gevaar zien' },
  'urgency.update': { ...writeWith('sia_category_write'), does: 'De regels voor gevaar wijzigen' },
  'theme.read': { ...readWith('sia_category_read'), does: 'Het thema van de site zien' },
  'theme.update': { ...writeWith('sia_category_write'), does: 'Een ander thema proberen en aanzetten' },
  'department.read': { ...read, does: 'Afdelingen zien' },
  'department.create': { ...writeWith('sia_department_write'), does: 'Afdelingen toevoegen' },
  'department.update': { ...writeWith('sia_department_write'), does: 'Afdelingen wijzigen' },
  'source.update': { ...writeWith('change_group'), does: 'Bronnen toevoegen en wijzigen' },
  'source.read': { ...signedIn, does: 'Bronnen zien' },
  'area.read': { ...signedIn, does: 'Gebieden zien' },
  'area.import': { ...writeWith('sia_area_write'), does: 'Gebieden uit een bestand inlezen' },
  'area.create': { ...writeWith('sia_area_write'), does: 'Gebieden toevoegen' },
  'area.update': { ...writeWith('sia_area_write'), does: 'Gebieden wijzigen en zien wat ervan afhangt' },
  'area.delete': { ...writeWith('sia_area_write'), does: 'Gebieden verwijderen' },
  'areaType.read': { ...read, does: 'Gebiedstypen zien' },
  'areaType.create': { ...writeWith('sia_areatype_write'), does: 'Gebiedstypen toevoegen' },

  'statusMessage.read': { ...read, does: 'Standaardteksten zien en zoeken' },
  'statusMessage.create': { ...writeWith('sia_statusmessage_write'), does: 'Standaardteksten toevoegen' },
  'statusMessage.update': { ...writeWith('sia_statusmessage_write'), does: 'Standaardteksten wijzigen' },
  'statusMessage.delete': {
    ...writeWith('sia_statusmessage_write'),
    does: 'Standaardteksten verwijderen',
  },
  'statusMessage.position': {
    ...writeWith('sia_statusmessagecategory_write'),
    does: 'Standaardteksten aan categorieën toewijzen',
  },
  'statusMessageTemplate.read': { ...read, does: 'Standaardteksten per categorie zien' },
  'statusMessageTemplate.write': {
    ...writeWith('sia_statusmessagetemplate_write'),
    does: 'Standaardteksten per categorie wijzigen',
  },

  'expression.read': { ...read, does: 'Expressies zien en controleren' },
  'expression.try': {
    ...readWith('sia_expression_write'),
    does: 'Een regel uitproberen op de meldingen van de afgelopen maand',
  },
  'expression.create': { ...writeWith('sia_expression_write'), does: 'Expressies toevoegen' },
  'expression.update': { ...writeWith('sia_expression_write'), does: 'Expressies wijzigen' },
  'expression.delete': { ...writeWith('sia_expression_write'), does: 'Expressies verwijderen' },

  'user.read': { ...readWith('view_user'), does: 'Gebruikers en hun geschiedenis zien' },
  'user.create': { ...writeWith('add_user'), does: 'Gebruikers toevoegen' },
  'user.update': { ...writeWith('change_user'), does: 'Gebruikers wijzigen' },
  'user.import': {
    audience: 'employee',
    needs: ['sia_write', 'add_user', 'change_user'],
    reach: 'everything',
    does: 'Gebruikers uit een CSV-bestand inlezen',
  },
  'user.complete': { ...read, does: 'Gebruikersnamen aanvullen tijdens het typen' },
  'role.read': { ...read, does: 'Rollen zien' },
  'role.create': { ...writeWith('add_group'), does: 'Rollen toevoegen' },
  'role.update': { ...writeWith('change_group'), does: 'Rollen wijzigen' },
  'role.delete': { ...writeWith('delete_group'), does: 'Rollen verwijderen' },
  'permission.read': { ...read, does: 'De lijst van rechten zien' },

  'report.read': { ...listVisible, does: 'Aantallen open en te heropenen meldingen zien' },
  'csv.download': { ...readWith('sia_signal_report'), does: 'Het CSV-bestand ophalen' },
  'signal.export': {
    ...readWith('sia_signal_export'),
    reach: 'visible',
    does: 'Een lijst van meldingen als CSV-bestand ophalen',
  },
  'person.find': { ...readWith('handle_person_rights'), does: 'Opzoeken wat er over een persoon is' },
  'person.handOver': {
    ...readWith('handle_person_rights'),
    does: 'Alles over een persoon aan die persoon kunnen geven',
  },
  'person.correct': {
    ...writeWith('handle_person_rights'),
    does: 'De contactgegevens van een persoon overal verbeteren',
  },
  'person.erase': { ...writeWith('handle_person_rights'), does: 'Alles over een persoon wissen' },
  'person.register': {
    ...readWith('handle_person_rights'),
    does: 'Het register van verzoeken van personen zien',
  },
  'mail.list': {
    audience: 'employee',
    needs: ['sia_read', 'sia_can_view_contact_details'],
    reach: 'visible',
    does: 'Zien welke e-mail is verstuurd',
  },
  'mail.sendAgain': {
    audience: 'employee',
    needs: ['sia_read', 'sia_write', 'sia_can_view_contact_details'],
    reach: 'visible',
    does: 'E-mail opnieuw versturen',
  },
  'standardAnswer.read': {
    ...readWith('sia_statusmessage_write'),
    does: 'Alle antwoorden over tevredenheid zien, ook verborgen',
  },
  'standardAnswer.update': {
    ...writeWith('sia_statusmessage_write'),
    does: 'Antwoorden over tevredenheid wijzigen, en welke de melding heropenen',
  },
  'mailTemplate.read': { ...readWith('sia_statusmessage_write'), does: 'Teksten van e-mail zien' },
  'mailTemplate.write': { ...writeWith('sia_statusmessage_write'), does: 'Teksten van e-mail wijzigen' },
  'setting.read': { ...readWith('change_group'), does: 'De instellingen van de gemeente zien' },
  'setting.update': { ...writeWith('change_group'), does: 'De instellingen van de gemeente wijzigen' },
  'retention.read': {
    ...readWith('change_group'),
    does: 'Zien wat morgen wordt geanonimiseerd en vernietigd',
  },
  'setup.read': { ...readWith('change_group'), does: 'Zien wat van de gemeente is ingericht' },
  'setup.test': {
    audience: 'employee',
    needs: ['sia_read', 'sia_write', 'sia_signal_create_initial', 'change_group'],
    reach: 'everything',
    does: 'Een testmelding maken en verwijderen',
  },
  'history.read': { ...read, does: 'Zien wie iets heeft ingesteld dat men zelf mag wijzigen' },
  'audit.read': {
    ...readWith('change_group'),
    does: 'Zien wie instellingen heeft gewijzigd en wie contactgegevens heeft bekeken',
  },
  'configuration.export': {
    audience: 'employee',
    needs: ['sia_read', 'view_user', 'change_group'],
    reach: 'everything',
    does: 'Alle instellingen als configuratiebestand ophalen',
  },
  'configuration.import': {
    audience: 'employee',
    needs: ['sia_write', 'add_user', 'change_user', 'change_group'],
    reach: 'everything',
    does: 'Een configuratiebestand inlezen',
  },
  'task.read': { ...readWith('view_user'), does: 'Zien wat er op de achtergrond is gedaan' },
  'change.read': { ...read, does: 'Zien welke wijzigingen gepland zijn, van wat men zelf mag wijzigen' },
  'change.prepare': {
    audience: 'employee',
    needs: ['sia_read', 'sia_write'],
    reach: 'everything',
    does: 'Een wijziging plannen of laten vervallen; elke wijziging vraagt haar eigen recht',
  },
  'job.read': { ...readWith('view_user'), does: 'Zien welk werk loopt, wacht of mislukte' },
  'job.settle': { ...writeWith('change_group'), does: 'Mislukt werk opnieuw laten doen of laten vallen' },
  'service.read': { ...signedIn, does: 'Zien of diensten van buiten werken' },
  'task.run': { ...writeWith('change_group'), does: 'Werk op de achtergrond starten of proefdraaien' },
  'translation.write': {
    audience: 'employee',
    needs: ['sia_add_i18next_translation_file'],
    reach: 'everything',
    does: 'Vertalingen vervangen',
  },
  'sigmax.update': {
    audience: 'employee',
    needs: ['perform_sigmax_updates'],
    reach: 'everything',
    does: 'Een afhandeling door CityControl melden',
  },
} as const satisfies Record<string, OperationRule>

export type Operation = keyof typeof OPERATIONS

export type SignalOperation = {
  [Name in Operation]: (typeof OPERATIONS)[Name] extends { readonly reach: 'signal' } ? Name : never
}[Operation]

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly Operation[]
