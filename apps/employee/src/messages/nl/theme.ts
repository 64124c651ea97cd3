export const theme = {
  title: 'Uiterlijk van de site',
  intro:
    'Hier kiest u hoe de site voor bewoners eruitziet. U bekijkt het eerst zelf. Pas als u het aanzet, ziet iedereen het.',
  current: (name: string) => `In gebruik: ${name}`,
  draft: (name: string) => `Concept: ${name}`,
  noDraft: 'Er is geen concept.',
  names: { neutral: 'Neutraal', 'high-contrast': 'Hoog contrast', own: 'Een eigen thema' },
  choose: 'Welk thema wilt u proberen?',
  ownName: 'Naam van het eigen thema',
  ownNameHint: 'Alleen kleine letters, cijfers en streepjes',
  tokens: 'Tokens van het thema',
  tokensHint:
    'Plak hier een thema van NL Design System: een CSS-bestand met --namen, of een JSON-bestand met tokens. U mag ook een bestand kiezen.',
  file: 'Of kies een bestand',
  save: 'Bewaar als concept',
  preview: 'Bekijk het formulier met dit thema (nieuw tabblad)',
  publish: 'Zet dit thema aan',
  published: 'Het thema staat aan.',
}
