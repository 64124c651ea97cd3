export const lists = {
  sources: 'Bronnen',
  sourcesIntro:
    'Waar meldingen vandaan komen. Een bron die er is, kan niet weg: meldingen noemen haar. U kunt haar wel uitzetten.',
  addSource: 'Bron toevoegen',
  description: 'Omschrijving',
  sourceFlags: {
    is_active: 'Wordt gebruikt',
    can_be_selected: 'Medewerkers kunnen deze kiezen',
    is_public: 'Voor meldingen van de site',
  },
  answers: 'Antwoorden over tevredenheid',
  answersIntro:
    'Waaruit melders kiezen als zij zeggen hoe tevreden zij zijn. Wat mensen al hebben geantwoord, blijft zoals het was.',
  addAnswer: 'Antwoord toevoegen',
  answer: 'Antwoord',
  forWhom: 'Voor wie',
  satisfied: 'Tevreden melders',
  dissatisfied: 'Ontevreden melders',
  topics: 'Onderwerpen',
  topic: 'Onderwerp',
  topicShown: 'Kop die melders lezen',
  addTopic: 'Onderwerp toevoegen',
  answerFlags: {
    reopens_when_unhappy: 'Een medewerker kijkt opnieuw naar de melding',
    open_answer: 'De melder schrijft er zelf iets bij',
    is_visible: 'Melders kunnen dit kiezen',
  },
}
