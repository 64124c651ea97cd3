export const rules = {
  title: 'Regels vragen hiernaar',
  named: (what: string) => `Naar “${what}” vragen deze regels:`,
  after: 'Als u dit opslaat, passen die regels niet meer. Pas ze daarna aan.',
}
