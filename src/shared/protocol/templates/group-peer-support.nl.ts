import { groupPeerSupportEnglish } from './group-peer-support.en';
import { translated } from './translated';

export const groupPeerSupportDutch = translated(groupPeerSupportEnglish, {
  title: 'Lotgenotengroepen bij psychische aandoeningen',
  question:
    'Verbeteren groepen onder leiding van lotgenoten, vergeleken met gebruikelijke zorg, een wachtlijst of een andere groep, het herstel, de hoop, de empowerment, de klachten en de sociale uitkomsten van volwassenen met een psychische aandoening?',
  background:
    'Groepen verschillen in hun doel. Effecten worden gepoold per soort groep en meetmoment waarover ten minste drie trials rapporteren; de rest wordt in woorden samengevat.',
  criteria: {
    design: {
      label: 'Gerandomiseerde trial',
      question: 'Zijn deelnemers of groepen deelnemers door loting toegewezen?',
      guidance: {
        yes: 'Individuele of clusterrandomisatie, ook pilottrials.',
        no: 'Geen loting, geen vergelijking, geen resultaten.',
        unclear: 'Hoe mensen in de groepen kwamen staat er niet.',
      },
    },
    group: {
      label: 'In een groep',
      question: 'Wordt de steun gegeven in een groep die fysiek of online bijeenkomt?',
      guidance: {
        yes: 'Drie of meer mensen samen tijdens de meeste bijeenkomsten.',
        no: 'Steun een-op-een; een forum zonder bijeenkomsten.',
        unclear: 'Groepsdelen en individuele delen, zonder hun aandeel.',
      },
    },
    'peer-led': {
      label: 'Onder leiding van lotgenoten',
      question: 'Leiden mensen met eigen ervaring de groep?',
      guidance: {
        yes: 'Lotgenoten leiden alleen; professionals mogen opleiden en superviseren.',
        no: 'Professionals leiden, alleen of samen met lotgenoten.',
        unclear: 'Begeleiders worden genoemd zonder hun achtergrond.',
      },
    },
    population: {
      label: 'Volwassenen met een psychische aandoening',
      question: 'Zijn de deelnemers volwassenen met een psychische aandoening?',
      guidance: {
        yes: 'Diagnose, zorggebruik of een score boven een grenswaarde.',
        no: 'Alleen mantelzorgers, kinderen, verslaving of een lichamelijke ziekte.',
        unclear: 'Een gemengde groep zonder aantallen.',
      },
    },
  },
  exclusionReasons: {
    'wrong-design': 'Geen gerandomiseerde trial',
    'not-group': 'Niet in een groep',
    'not-peer-led': 'Niet onder leiding van lotgenoten',
    'wrong-population': 'Andere populatie',
    'no-outcome': 'Geen uitkomst van belang',
  },
  outcomeDomains: {
    recovery: {
      label: 'Persoonlijk herstel',
      definition: 'Een leven dat de persoon zelf als goed ervaart.',
    },
    hope: { label: 'Hoop', definition: 'Verwachten dat de eigen doelen haalbaar zijn.' },
    empowerment: { label: 'Empowerment', definition: 'Regie over het eigen leven en de eigen zorg.' },
    stigma: {
      label: 'Zelfstigma',
      definition: 'Negatieve opvattingen over psychische aandoeningen, op zichzelf betrokken.',
    },
    symptoms: { label: 'Klachten', definition: 'Ernst van psychische klachten.' },
    social: { label: 'Sociale uitkomsten', definition: 'Sociaal netwerk, steun en eenzaamheid.' },
    services: { label: 'Zorggebruik', definition: 'Opnames en opnamedagen.' },
  },
  windows: { post: 'Einde van de interventie', 'follow-up': 'Follow-up (6 maanden of later)' },
  comparators: { cau: 'Gebruikelijke zorg', wl: 'Wachtlijst', active: 'Een andere groep' },
  analysis: { typology: 'Soort groep' },
  levels: {
    'Mutual support': 'Onderlinge steun',
    'Peer support: self-management': 'Lotgenoten: zelfmanagement',
    'Peer support: anti-stigma': 'Lotgenoten: tegen stigma',
  },
  codes: {},
  codeGroups: {},
});
