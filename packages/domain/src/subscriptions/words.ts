import type { ResidentLanguage } from '../categories/translations.ts'

/** What has come of a report, as far as anyone may know. */
export type NewsKind = 'waiting' | 'planned' | 'solved' | 'closed' | 'divided' | 'again' | 'busy'

/** What mails to subscribers say of reports, in the languages in which people report. */
interface SubscriptionWords {
  readonly news: Readonly<Record<NewsKind, string>>
  /** «de melding over … van …», to go on a sentence with. */
  report(subject: string | undefined, day: string): string
  /** «nieuwe meldingen over … in …» */
  map(subject: string | undefined, place: string): string
  /** One of a list. */
  listed(subject: string, day: string): string
}

export const SUBSCRIPTION_WORDS: Readonly<Record<ResidentLanguage, SubscriptionWords>> = {
  nl: {
    news: {
      waiting: 'De melding is binnen. De gemeente moet er nog aan beginnen.',
      planned: 'De gemeente heeft het werk ingepland.',
      solved: 'De melding is afgehandeld.',
      closed: 'De melding is gesloten. De gemeente lost dit niet op.',
      divided: 'De melding is verdeeld: meer dan één team gaat ermee aan de slag.',
      again: 'De gemeente gaat er opnieuw mee aan de slag.',
      busy: 'De gemeente is ermee bezig.',
    },
    report: (subject, day) => `de melding${subject ? ` over ${subject}` : ''} van ${day}`,
    map: (subject, place) => `nieuwe meldingen${subject ? ` over ${subject}` : ''} in ${place}`,
    listed: (subject, day) => `${subject}, gemeld op ${day}`,
  },
  en: {
    news: {
      waiting: 'The report has come in. The municipality has yet to start on it.',
      planned: 'The municipality has planned the work.',
      solved: 'The report has been dealt with.',
      closed: 'The report has been closed. The municipality will not solve this.',
      divided: 'The report has been divided: more than one team is going to work on it.',
      again: 'The municipality is going to work on it again.',
      busy: 'The municipality is working on it.',
    },
    report: (subject, day) => `the report${subject ? ` about ${subject}` : ''} of ${day}`,
    map: (subject, place) => `new reports${subject ? ` about ${subject}` : ''} in ${place}`,
    listed: (subject, day) => `${subject}, reported on ${day}`,
  },
  tr: {
    news: {
      waiting: 'Bildirim ulaştı. Belediye henüz çalışmaya başlamadı.',
      planned: 'Belediye işi planladı.',
      solved: 'Bildirim sonuçlandırıldı.',
      closed: 'Bildirim kapatıldı. Belediye bu sorunu çözmeyecek.',
      divided: 'Bildirim bölündü: birden fazla ekip üzerinde çalışacak.',
      again: 'Belediye konuyu yeniden ele alıyor.',
      busy: 'Belediye konu üzerinde çalışıyor.',
    },
    report: (subject, day) => `${day} tarihli bildirim${subject ? ` (${subject})` : ''}`,
    map: (subject, place) => `${place} bölgesindeki yeni bildirimler${subject ? ` (${subject})` : ''}`,
    listed: (subject, day) => `${subject}, ${day} tarihinde bildirildi`,
  },
  pl: {
    news: {
      waiting: 'Zgłoszenie wpłynęło. Gmina jeszcze się nim nie zajęła.',
      planned: 'Gmina zaplanowała prace.',
      solved: 'Zgłoszenie zostało załatwione.',
      closed: 'Zgłoszenie zostało zamknięte. Gmina nie rozwiąże tego problemu.',
      divided: 'Zgłoszenie zostało podzielone: zajmie się nim więcej niż jeden zespół.',
      again: 'Gmina ponownie zajmuje się tą sprawą.',
      busy: 'Gmina zajmuje się tą sprawą.',
    },
    report: (subject, day) => `zgłoszenie${subject ? ` (${subject})` : ''} z dnia ${day}`,
    map: (subject, place) => `nowe zgłoszenia${subject ? ` (${subject})` : ''}: ${place}`,
    listed: (subject, day) => `${subject}, zgłoszono ${day}`,
  },
  uk: {
    news: {
      waiting: 'Повідомлення отримано. Муніципалітет ще не розпочав роботу.',
      planned: 'Муніципалітет запланував роботи.',
      solved: 'Повідомлення опрацьовано.',
      closed: 'Повідомлення закрито. Муніципалітет не вирішуватиме цю проблему.',
      divided: 'Повідомлення розділено: над ним працюватиме кілька команд.',
      again: 'Муніципалітет знову береться за цю справу.',
      busy: 'Муніципалітет працює над цим.',
    },
    report: (subject, day) => `повідомлення${subject ? ` (${subject})` : ''} від ${day}`,
    map: (subject, place) => `нові повідомлення${subject ? ` (${subject})` : ''}: ${place}`,
    listed: (subject, day) => `${subject}, повідомлено ${day}`,
  },
  ar: {
    news: {
      waiting: 'وصل البلاغ. لم تبدأ البلدية العمل عليه بعد.',
      planned: 'خططت البلدية للعمل.',
      solved: 'تمت معالجة البلاغ.',
      closed: 'أُغلق البلاغ. لن تحل البلدية هذه المشكلة.',
      divided: 'قُسِّم البلاغ: سيعمل عليه أكثر من فريق.',
      again: 'ستعمل البلدية على الأمر من جديد.',
      busy: 'تعمل البلدية على الأمر.',
    },
    report: (subject, day) => `البلاغ${subject ? ` عن ${subject}` : ''} بتاريخ ${day}`,
    map: (subject, place) => `بلاغات جديدة${subject ? ` عن ${subject}` : ''} في ${place}`,
    listed: (subject, day) => `${subject}، بتاريخ ${day}`,
  },
}
