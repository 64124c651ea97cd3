interface PermissionFacts {
  readonly name: string
  /** What the permission is about, as it stands before the name where permissions are shown. */
  readonly about: string
}

const SIGNALS = 'signals'
const ACCOUNTS = 'Authenticatie en autorisatie'

/**
 * Every permission, in the order in which they are always shown. Names are data that municipalities
 * know by heart, slips of the pen included.
 */
export const PERMISSIONS = {
  add_group: permission(`${ACCOUNTS} | groep`, 'Kan rol toevoegen'),
  change_group: permission(`${ACCOUNTS} | groep`, 'Kan rol wijzigen'),
  delete_group: permission(`${ACCOUNTS} | groep`, 'Kan rol verwijderen'),
  add_user: permission(`${ACCOUNTS} | gebruiker`, 'Kan gebruiker toevoegen'),
  change_user: permission(`${ACCOUNTS} | gebruiker`, 'Kan gebruiker wijzigen'),
  view_user: permission(`${ACCOUNTS} | gebruiker`, 'Kan gebruiker inzien'),
  sia_area_write: permission(`${SIGNALS} | Gebied`, 'Kan gebieden schrijven.'),
  sia_areatype_write: permission(`${SIGNALS} | Gebiedstype`, 'Kan gebiedstypen schrijven.'),
  sia_add_attachment: permission(`${SIGNALS} | attachment`, 'Kan bijlage aan een melding toevoegen.'),
  sia_change_attachment: permission(`${SIGNALS} | attachment`, 'Kan gegevens van een bijlage bewerken.'),
  sia_delete_attachment_of_anonymous_user: permission(
    `${SIGNALS} | attachment`,
    'Kan bijlage toegevoegd door melder verwijderen.',
  ),
  sia_delete_attachment_of_child_signal: permission(
    `${SIGNALS} | attachment`,
    'Kan bijlage bij deelmelding verwijderen.',
  ),
  sia_delete_attachment_of_normal_signal: permission(
    `${SIGNALS} | attachment`,
    'Kan bijlage bij standaard melding verwijderen.',
  ),
  sia_delete_attachment_of_other_user: permission(
    `${SIGNALS} | attachment`,
    'Kan bijlage bij melding van andere gebruiker verwijderen.',
  ),
  sia_delete_attachment_of_parent_signal: permission(
    `${SIGNALS} | attachment`,
    'Kan bijlage bij hoofdmelding verwijderen.',
  ),
  sia_can_view_all_categories: permission(
    `${SIGNALS} | category`,
    'Bekijk all categorieën (overschrijft categorie rechten van afdeling)',
  ),
  sia_category_read: permission(`${SIGNALS} | category`, 'Inzien van categorieën'),
  sia_category_write: permission(`${SIGNALS} | category`, 'Wijzigen van categorieën'),
  sia_add_i18next_translation_file: permission('custompermission', 'Can create i18next translation file'),
  sia_department_read: permission(`${SIGNALS} | department`, 'Inzien van afdeling instellingen'),
  sia_department_write: permission(`${SIGNALS} | department`, 'Wijzigen van afdeling instellingen'),
  sia_expression_read: permission(`${SIGNALS} | Expression`, 'Inzien van expressies'),
  sia_expression_write: permission(`${SIGNALS} | Expression`, 'Wijzigen van expressies'),
  sia_can_view_contact_details: permission(
    `${SIGNALS} | reporter`,
    'Inzien van contactgegevens melder (in melding)',
  ),
  perform_sigmax_updates: permission(`${SIGNALS} | signal`, 'Updates door CityControl uitvoeren'),
  sia_read: permission(`${SIGNALS} | signal`, 'Leesrechten algemeen'),
  sia_signal_change_category: permission(`${SIGNALS} | signal`, 'Wijzigen van categorie van een melding'),
  sia_signal_change_status: permission(`${SIGNALS} | signal`, 'Wijzigen van status van een melding'),
  sia_signal_create_initial: permission(`${SIGNALS} | signal`, 'Melding aanmaken'),
  sia_signal_create_note: permission(`${SIGNALS} | signal`, 'Notitie toevoegen bij een melding'),
  sia_signal_export: permission(`${SIGNALS} | signal`, 'Meldingen exporteren'),
  sia_signal_report: permission(`${SIGNALS} | signal`, 'Rapportage beheren'),
  sia_split: permission(`${SIGNALS} | signal`, 'Splitsen van een melding'),
  sia_write: permission(`${SIGNALS} | signal`, 'Schrijfrechten algemeen'),
  push_to_sigmax: permission(`${SIGNALS} | status`, 'Doorsturen van een melding (THOR)'),
  sia_statusmessage_write: permission(`${SIGNALS} | Standaardtekst`, 'Wijzingen van standaardteksten'),
  sia_statusmessagecategory_write: permission(
    `${SIGNALS} | Standaardtekst categorietoewijzing`,
    'Toewijzen van standaardteksten aan categorieën',
  ),
  sia_statusmessagetemplate_write: permission(
    `${SIGNALS} | Standaard afmeldtekst`,
    'Wijzingen van standaardteksten',
  ),
  // Not offered with the others: given by the configuration file, to few.
  handle_person_rights: permission(
    `${SIGNALS} | reporter`,
    'Verzoeken van personen over hun gegevens behandelen (AVG)',
  ),
}

export type PermissionCode = keyof typeof PERMISSIONS

export const PERMISSION_CODES = Object.keys(PERMISSIONS) as readonly PermissionCode[]

/** What the permissions resource shows, and what a role may be given through the API. */
export const LISTED_PERMISSION_CODES: readonly PermissionCode[] = PERMISSION_CODES.filter(
  (code) => code.startsWith('sia_') || code === 'push_to_sigmax',
)

export function isPermissionCode(value: unknown): value is PermissionCode {
  return typeof value === 'string' && Object.hasOwn(PERMISSIONS, value)
}

export function displayPermission(code: PermissionCode): string {
  const { about, name } = PERMISSIONS[code]
  return `${about} | ${name}`
}

/** For sorting a role's permissions in the order of the catalogue. */
export function comparePermissions(left: PermissionCode, right: PermissionCode): number {
  return PERMISSION_CODES.indexOf(left) - PERMISSION_CODES.indexOf(right)
}

function permission(about: string, name: string): PermissionFacts {
  return { about, name }
}
