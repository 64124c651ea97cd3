import type { MailTemplateKey } from '@signalen/domain'

const GREETING = 'Beste melder,'
const FACTS = `**Nummer:** {{ formatted_signal_id }}  
**Gemeld op:** {{ created_at|date:"j F Y, H.i" }} uur{% if address %}  
**Plaats:** {{ address|format_address }}{% endif %}`
const REPORTED = `U schreef ons:

{{ text|linebreaks }}`
const CLOSING = `Met vriendelijke groet,

{{ ORGANIZATION_NAME }}`
const STOP = 'Wilt u deze mail niet meer? [Stop deze mail]({{ unsubscribe_url }})'
const ANSWER = '{% if status_text %}{{ status_text }}{% endif %}'

function letter(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

function toReporter(...paragraphs: readonly string[]): string {
  return letter(GREETING, ...paragraphs, REPORTED, FACTS, CLOSING)
}

const BODIES: Readonly<Record<MailTemplateKey, string>> = {
  signal_created: toReporter(
    'Bedankt voor uw melding. Wij gaan ermee aan de slag.',
    '{{ handling_message|default:"" }}',
  ),
  signal_status_changed_afgehandeld: toReporter(
    'Wij hebben uw melding afgehandeld.',
    ANSWER,
    `Bent u tevreden over wat wij met uw melding hebben gedaan?

- [Ja, ik ben tevreden]({{ positive_feedback_url }})
- [Nee, ik ben niet tevreden]({{ negative_feedback_url }})`,
  ),
  signal_status_changed_ingepland: toReporter('Wij hebben uw melding ingepland.', ANSWER),
  signal_status_changed_heropend: toReporter('Wij gaan opnieuw met uw melding aan de slag.', ANSWER),
  signal_status_changed_optional: toReporter('Er is nieuws over uw melding.', ANSWER),
  signal_status_changed_reactie_gevraagd: toReporter(
    'Wij hebben een vraag over uw melding.',
    ANSWER,
    '[Beantwoord onze vraag]({{ reaction_url }}). Dat kan tot 5 dagen na deze mail.',
  ),
  signal_status_changed_reactie_ontvangen: toReporter(
    'Bedankt voor uw antwoord. U schreef:',
    '{{ reaction_request_answer|linebreaks }}',
  ),
  signal_status_changed_afgehandeld_kto_negative_contact: toReporter(
    'U liet ons weten dat u niet tevreden was. Wij hebben opnieuw naar uw melding gekeken.',
    ANSWER,
  ),
  signal_forward_to_external: letter(
    'Geachte behandelaar,',
    'Wij vragen u om deze melding te behandelen.',
    ANSWER,
    '[Bekijk de melding en laat weten wat u hebt gedaan]({{ reaction_url }})',
    FACTS,
    CLOSING,
  ),
  signal_assigned: letter(
    'Beste {{ recipient_full_name }},',
    `Deze melding is toegewezen aan {% if assigned_to_department %}{{ assigned_to_department }}{% else %}jou{% endif %}:`,
    `**Nummer:** {{ formatted_signal_id }}  
**Subcategorie:** {{ sub_category_public_name }}  
**Gemeld op:** {{ created_at|date:"j F Y, H.i" }} uur`,
    '[Bekijk de melding]({{ signal_url }})',
    CLOSING,
  ),
  note_mention: letter(
    'Beste {{ recipient_full_name }},',
    '{{ mentioned_by }} noemt u in een notitie bij deze melding:',
    `**Nummer:** {{ formatted_signal_id }}  
**Subcategorie:** {{ sub_category_public_name }}`,
    '[Bekijk de melding]({{ signal_url }})',
    CLOSING,
  ),
  signal_feedback_received: toReporter(
    'Bedankt dat u ons hebt laten weten wat u van de behandeling van uw melding vindt.',
  ),
  signal_forward_to_external_reaction_received: letter(
    'Geachte behandelaar,',
    'Wij hebben uw reactie ontvangen. U schreef:',
    '{{ reaction_text|linebreaks }}',
    FACTS,
    CLOSING,
  ),
  my_signal_token: letter(
    GREETING,
    'U hebt gevraagd om uw meldingen te bekijken.',
    '[Bekijk mijn meldingen]({{ my_signals_url }})',
    'Hebt u dit niet gevraagd? Dan hoeft u niets te doen.',
    CLOSING,
  ),
  verify_email_reporter: letter(
    GREETING,
    'U wilt op dit e-mailadres bericht krijgen over melding {{ formatted_signal_id }}.',
    '[Bevestig uw e-mailadres]({{ verification_url }})',
    'Hebt u dit niet gevraagd? Dan hoeft u niets te doen.',
    CLOSING,
  ),
  notify_current_reporter: letter(
    GREETING,
    'Er is gevraagd om uw e-mailadres bij melding {{ formatted_signal_id }} te wijzigen. Zodra het nieuwe adres is bevestigd, krijgt u op dit adres geen bericht meer over deze melding.',
    'Klopt dit niet? Neem dan contact met ons op.',
    CLOSING,
  ),
  confirm_reporter_updated: letter(
    GREETING,
    'Uw contactgegevens bij melding {{ formatted_signal_id }} zijn gewijzigd.',
    CLOSING,
  ),
  subscription_confirm: letter(
    'Beste bewoner,',
    'U vroeg ons om mail over {{ subject_in_words }}. Klopt dat?',
    '[Ja, stuur mij mail]({{ confirmation_url }})',
    'De link werkt 3 dagen. Hebt u dit niet gevraagd? Dan hoeft u niets te doen. U krijgt dan geen mail.',
    CLOSING,
  ),
  followed_signal_news: letter(
    'Beste bewoner,',
    'Er is nieuws over een melding die u volgt.',
    '{{ news }}',
    `**Onderwerp:** {{ sub_category_public_name }}  
**Gemeld op:** {{ created_at|date:"j F Y" }}`,
    STOP,
    CLOSING,
  ),
  user_invited: letter(
    'Beste {{ recipient_full_name }},',
    '{{ invited_by }} heeft u toegevoegd aan Signalen. Daarmee behandelt {{ ORGANIZATION_NAME }} meldingen van bewoners.',
    '[Log in bij Signalen]({{ sign_in_url }})',
    'Log in met het account van uw werk: {{ sign_in_as }}. Lukt het niet? Vraag het uw functioneel beheerder.',
    CLOSING,
  ),
  prepared_change_failed: letter(
    'Beste {{ recipient_full_name }},',
    'U zette een wijziging klaar van “{{ change_title }}”. Die kon op het afgesproken moment niet worden gedaan:',
    '{{ reason }}',
    'Er is niets gewijzigd. [Bekijk de geplande wijzigingen]({{ changes_url }})',
    CLOSING,
  ),
  map_news: letter(
    'Beste bewoner,',
    'U krijgt van ons mail over {{ subject_in_words }}. {% if count == 1 %}Er is 1 melding bij gekomen:{% else %}Er zijn {{ count }} meldingen bij gekomen:{% endif %}',
    '{% for report in reports %}- {{ report }}\n{% endfor %}',
    '[Bekijk ze op de kaart]({{ map_url }})',
    STOP,
    CLOSING,
  ),
}

/** What is sent where a municipality has no template of its own, or none that can be read. */
export function findFallbackBody(key: MailTemplateKey): string {
  return BODIES[key]
}
