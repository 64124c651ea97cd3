import type { ScreenName } from '../screens.ts'

export interface HelpText {
  /** What the screen is for, in a sentence or two. */
  readonly about: string
  /** What one can do here, each in a sentence. */
  readonly can: readonly string[]
}

export const helpTexts: Readonly<Record<ScreenName, HelpText>> = {
  overview: {
    about: 'Hier ziet u de meldingen die u mag zien, als lijst en op de kaart.',
    can: [
      'Typ woorden of een nummer in het zoekveld. Een typefout is niet erg.',
      'Kies filters, en bewaar ze als werkvoorraad. U kunt die delen met uw afdeling.',
      'Klik op een kop om te sorteren, en kies zelf welke kolommen u ziet.',
      'Vink meldingen aan om ze samen te wijzigen. Dat kan een paar minuten ongedaan worden gemaakt.',
      'Teken een vlak op de kaart om alleen die meldingen te zien.',
    ],
  },
  route: {
    about: 'Hier staat uw werk voor onderweg, in een handige volgorde op de kaart.',
    can: [
      'Neem meldingen mee. Ze blijven ook zonder verbinding op uw telefoon.',
      'Maak een foto voor en na het werk.',
      'Schrijf wat u deed. Het wordt verstuurd zodra er verbinding is.',
    ],
  },
  create: {
    about: 'Hier maakt u een melding voor iemand die belt of bij u langskomt.',
    can: [
      'Typ wat er is. Signalen stelt een categorie voor.',
      'Zoek het adres, of zet een punt op de kaart.',
      'Kijk ernaast of hetzelfde al is gemeld, en wat de beller eerder meldde.',
      'Met de Tab-toets komt u overal. U hebt geen muis nodig.',
    ],
  },
  report: {
    about: 'Hier behandelt u een melding. Alles wat erover bekend is, staat bij elkaar.',
    can: [
      'Klik op een gegeven, zoals de categorie of de afdeling, om het te wijzigen.',
      'Kies een status. U ziet vooraf welke e-mail de melder krijgt.',
      'Schrijf een notitie. Met @ en een naam krijgt een collega bericht.',
      'Bekijk foto’s, draai ze, maak ze openbaar of maak gezichten onherkenbaar.',
      'Ga met de pijlen naar de vorige of volgende melding uit uw lijst.',
    ],
  },
  split: {
    about: 'Hier verdeelt u een melding in delen, als er meer afdelingen voor nodig zijn.',
    can: [
      'Geef elk deel een eigen tekst, categorie en urgentie.',
      'De melder hoort alleen van de hoofdmelding.',
    ],
  },
  figures: {
    about: 'Hier ziet u hoe het werk ervoor staat.',
    can: [
      'Bekijk wat open staat en wat te laat is, per afdeling.',
      'Klik op een getal om de meldingen erachter te zien.',
    ],
  },
  settings: {
    about: 'Hier vindt u alles wat u mag instellen.',
    can: ['Kies een onderdeel. Onderdelen waar u geen recht voor hebt, ziet u niet.'],
  },
  story: {
    about: 'Hier leest u hoe een werkdag met Signalen gaat, per rol.',
    can: ['Kies een rol en lees het verhaal.'],
  },
  news: {
    about: 'Hier leest u wat er nieuw is in Signalen.',
    can: ['Lees wat er voor u is veranderd.'],
  },
  setup: {
    about: 'Hier richt u een nieuwe gemeente in, stap voor stap. Dat kan in een half uur.',
    can: [
      'Loop de stappen langs. Bij elke stap staat of die klaar is.',
      'Maak tot slot een testmelding, en volg die tot het antwoord.',
      'Verwijder de testmelding als alles werkt.',
    ],
  },
  users: {
    about: 'Hier beheert u wie met Signalen werken.',
    can: [
      'Voeg iemand toe en stuur een uitnodiging met hoe inloggen gaat.',
      'Geef rollen en afdelingen. Die bepalen wat iemand mag en ziet.',
      'Zet iemand uit die weggaat, en draag het open werk over.',
      'Lees veel gebruikers tegelijk in uit een CSV-bestand.',
    ],
  },
  roles: {
    about: 'Hier bepaalt u wat mensen met een rol mogen.',
    can: ['Vink per rol de rechten aan.', 'Iemand met meer rollen mag alles wat een van die rollen mag.'],
  },
  departments: {
    about: 'Hier beheert u de afdelingen en welke meldingen zij krijgen.',
    can: [
      'Kies per categorie of een afdeling verantwoordelijk is, of alleen mag meekijken.',
      'Een afdeling ziet alleen de meldingen van haar categorieën.',
    ],
  },
  categories: {
    about: 'Hier beheert u waarover bewoners kunnen melden.',
    can: [
      'Wijzig namen, termijnen, teksten en het icoon.',
      'Voeg categorieën samen, of zet er een bij een andere hoofdcategorie. U ziet eerst wat er met open meldingen gebeurt.',
      'Plan een wijziging voor een later moment.',
    ],
  },
  questions: {
    about: 'Hier schrijft u wat een melder bij een categorie wordt gevraagd.',
    can: [
      'Schrijf vragen links, en zie rechts wat de melder ziet.',
      'Laat een vraag alleen verschijnen bij een bepaald antwoord.',
      'Bewaar een concept, publiceer het, of ga terug naar een eerdere versie.',
    ],
  },
  areas: {
    about: 'Hier beheert u wijken, buurten en andere gebieden.',
    can: [
      'Lees gebieden in uit een bestand, of haal ze van een kaartserver.',
      'Klik op een gebied om de naam, de code of de vorm te wijzigen.',
      'Zie wat van een gebied afhangt voordat u het verwijdert.',
    ],
  },
  texts: {
    about: 'Hier schrijft u teksten die behandelaars kunnen kiezen bij een status.',
    can: [
      'Kies voor welke status en welke categorieën een tekst is.',
      'Zet een tekst uit die niet meer klopt.',
    ],
  },
  expressions: {
    about: 'Hier maakt u regels die een nieuwe melding naar de goede afdeling sturen.',
    can: [
      'Kies voorwaarden uit lijsten, of schrijf de regel zelf.',
      'Probeer de regel uit op de meldingen van de afgelopen maand.',
      'Zet de regels in volgorde. De eerste die past, telt.',
    ],
  },
  mailTemplates: {
    about: 'Hier past u de teksten aan van de e-mails die Signalen verstuurt.',
    can: [
      'Gebruik variabelen, zoals het nummer van de melding.',
      'Bekijk een voorbeeld met een echte melding.',
      'Ga terug naar de tekst van Signalen als de uwe niet bevalt.',
    ],
  },
  mails: {
    about: 'Hier ziet u welke e-mails zijn verstuurd, en welke niet.',
    can: ['Zie waarom een e-mail niet aankwam.', 'Verstuur een e-mail opnieuw.'],
  },
  suggestions: {
    about: 'Hier ziet u hoe goed de voorgestelde categorie is, en beheert u de woorden die gevaar betekenen.',
    can: [
      'Stel in hoe zeker een voorstel moet zijn.',
      'Laat een model leren van uw eigen meldingen.',
      'Voeg woorden toe die een melding dringend maken.',
    ],
  },
  theme: {
    about: 'Hier bepaalt u hoe de site voor bewoners eruitziet.',
    can: ['Bekijk een ander uiterlijk eerst als concept.', 'Zet het aan als het goed is.'],
  },
  sources: {
    about: 'Hier beheert u waar meldingen vandaan komen, zoals de site of de telefoon.',
    can: ['Voeg een bron toe of zet er een uit.', 'Kies welke bron de site gebruikt.'],
  },
  feedback: {
    about: 'Hier beheert u de antwoorden waaruit melders kiezen als zij wel of niet tevreden zijn.',
    can: ['Wijzig de antwoorden en hun volgorde.', 'Kies welk antwoord de melding heropent.'],
  },
  municipality: {
    about: 'Hier staan alle instellingen van de gemeente, en wat morgen wordt gewist.',
    can: [
      'Klik op een instelling om die te wijzigen, of ga terug naar de standaard.',
      'Zie welke gegevens morgen worden gewist.',
    ],
  },
  configuration: {
    about: 'Hier haalt u alles wat is ingesteld op als één bestand, of leest u zo’n bestand in.',
    can: [
      'Bewaar het bestand, of gebruik het in een andere omgeving.',
      'Zie bij het inlezen eerst wat er verandert.',
    ],
  },
  persons: {
    about: 'Hier helpt u iemand die wil weten wat er over hem of haar bekend is.',
    can: ['Zoek op e-mailadres of telefoonnummer.', 'Geef een overzicht, verbeter of wis de gegevens.'],
  },
  planned: {
    about: 'Hier staan wijzigingen die op een later moment worden gedaan.',
    can: [
      'Zie wat klaarstaat, van wie en voor wanneer.',
      'Laat een wijziging vervallen.',
      'Plannen doet u bij een categorie, vraag, standaardtekst, e-mailtekst of regel.',
    ],
  },
  tasks: {
    about: 'Hier ziet u of het systeem goed werkt.',
    can: [
      'Zie wat vanzelf wordt gedaan, en doe het nu.',
      'Zie of diensten van buiten werken, zoals de mailserver.',
      'Laat mislukt werk opnieuw doen, of laat het vallen.',
    ],
  },
  audit: {
    about: 'Hier ziet u wie instellingen heeft gewijzigd en wie contactgegevens heeft bekeken.',
    can: ['Zoek op persoon, soort of dag.', 'Haal de lijst op als CSV-bestand.'],
  },
  export: {
    about: 'Hier haalt u de bestanden op voor het datawarehouse.',
    can: ['Haal het nieuwste bestand op.'],
  },
}
