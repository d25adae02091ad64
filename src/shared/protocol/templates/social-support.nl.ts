import { socialSupportEnglish } from './social-support.en';
import { translated } from './translated';

export const socialSupportDutch = translated(socialSupportEnglish, {
  title: 'Sociale steun bij ernstige psychische aandoeningen',
  question:
    'Verbeteren interventies gericht op het sociale netwerk of de sociale steun van mensen met een ernstige psychische aandoening, vergeleken met een andere interventie of gebruikelijke zorg, hun sociale steun, eenzaamheid, functioneren en klachten?',
  background:
    'Studies zijn al dan niet gerandomiseerd en vergelijken soms meer interventies met elkaar of met één controlegroep. Designs worden apart geanalyseerd voordat ze worden samengenomen.',
  criteria: {
    design: {
      label: 'Gecontroleerde studie',
      question: 'Is er een vergelijkingsgroep, al dan niet gerandomiseerd?',
      guidance: {
        yes: 'Gerandomiseerde trial, quasi-experimentele studie, gecontroleerde voor-nastudie.',
        no: 'Maar één groep, dwarsdoorsnedestudie, kwalitatief onderzoek.',
        unclear: 'Er worden twee groepen genoemd, maar niet vergeleken.',
      },
    },
    intervention: {
      label: 'Gericht op sociale steun',
      question: 'Is het sociale netwerk of sociale steun een uitgesproken doel van de interventie?',
      guidance: {
        yes: 'Maatjes, begeleid contact, lotgenotengroepen, werk met familie gericht op steun, sociale vaardigheden in het eigen netwerk.',
        no: 'Steun wordt gemeten, maar is geen doel.',
        unclear: 'Doelen worden niet genoemd.',
      },
    },
    population: {
      label: 'Ernstige psychische aandoening',
      question: 'Hebben de deelnemers een ernstige psychische aandoening?',
      guidance: {
        yes: 'Psychose, bipolaire stoornis, ernstige depressie of persoonlijkheidsstoornis met langdurige zorg.',
        no: 'Veelvoorkomende psychische aandoeningen, alleen verslaving, dementie.',
        unclear: 'Een gemengde groep zonder aantallen.',
      },
    },
    adults: {
      label: 'Volwassenen',
      question: 'Zijn de deelnemers 18 jaar of ouder?',
      guidance: {
        yes: 'Allen volwassen, of gemiddelde leeftijd en spreiding maken dat duidelijk.',
        no: 'Kinderen of jongeren.',
        unclear: 'Leeftijd niet vermeld.',
      },
    },
  },
  exclusionReasons: {
    'wrong-design': 'Geen vergelijkingsgroep',
    'wrong-intervention': 'Niet gericht op sociale steun',
    'wrong-population': 'Geen ernstige psychische aandoening',
    'not-adults': 'Deelnemers niet volwassen',
    'no-outcome': 'Geen uitkomst van belang',
  },
  outcomeDomains: {
    support: {
      label: 'Sociale steun',
      definition: 'Ontvangen of ervaren steun, omvang of kwaliteit van het netwerk.',
    },
    loneliness: { label: 'Eenzaamheid', definition: 'Het ervaren gemis aan contact.' },
    functioning: {
      label: 'Sociaal functioneren',
      definition: 'Meedoen in het dagelijks en sociaal leven.',
    },
    symptoms: { label: 'Klachten', definition: 'Ernst van psychische klachten.' },
  },
  windows: { post: 'Einde van de interventie', 'follow-up': 'Follow-up' },
  comparators: { cau: 'Gebruikelijke zorg', wl: 'Wachtlijst', other: 'Andere interventie van de studie' },
  analysis: {
    design: 'Design',
    intervention: 'Interventie',
    control: 'Vergeleken met',
    personalised: 'Op de persoon toegesneden',
    duration: 'Duur in weken',
  },
  levels: { Randomised: 'Gerandomiseerd', 'Not randomised': 'Niet gerandomiseerd' },
  codes: {},
  codeGroups: {},
});
