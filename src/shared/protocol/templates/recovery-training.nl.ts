import { recoveryTrainingEnglish } from './recovery-training.en';
import { translated } from './translated';

export const recoveryTrainingDutch = translated(recoveryTrainingEnglish, {
  title: 'Hersteltraining van ggz-medewerkers',
  question:
    'Verandert training van ggz-medewerkers in herstelgericht werken de uitkomsten van medewerkers en van de mensen met wie zij werken, en welke herstelprocessen en trainingsmethoden worden beschreven?',
  background:
    'Trainingen, designs en meetinstrumenten verschillen te veel om te poolen. De richting van effecten wordt per uitkomst in een tabel gezet; beschrijvingen worden gecodeerd.',
  criteria: {
    staff: {
      label: 'Ggz-medewerkers',
      question: 'Zijn de getrainden medewerkers van een ggz-instelling?',
      guidance: {
        yes: 'Verpleegkundigen, artsen, maatschappelijk werkers, begeleiders, hele teams.',
        no: 'Studenten, mantelzorgers, ervaringsdeskundigen in opleiding voor hun eigen rol.',
        unclear: 'Deelnemers worden niet beschreven.',
      },
    },
    training: {
      label: 'Training in herstel',
      question: 'Gaat de training over herstelgericht werken?',
      guidance: {
        yes: 'Persoonlijk herstel is een uitgesproken doel of onderwerp.',
        no: 'Een therapie of vaardigheid zonder herstel als doel.',
        unclear: 'De inhoud wordt niet beschreven.',
      },
    },
    evaluated: {
      label: 'Met getallen geëvalueerd',
      question: 'Worden kwantitatieve uitkomsten van medewerkers of cliënten gerapporteerd?',
      guidance: {
        yes: 'Elke vergelijking: voor en na, tussen groepen, gerandomiseerd.',
        no: 'Alleen kwalitatieve bevindingen, een opinie, een protocol.',
        unclear: 'Getallen zonder vergelijking.',
      },
    },
  },
  exclusionReasons: {
    'not-staff': 'Geen ggz-medewerkers',
    'not-recovery': 'Geen training in herstel',
    'not-evaluated': 'Geen kwantitatieve uitkomsten',
  },
  outcomeDomains: {
    'staff-knowledge': {
      label: 'Medewerkers: kennis en houding',
      definition: 'Kennis van en houding tegenover herstel.',
    },
    'staff-practice': {
      label: 'Medewerkers: handelen',
      definition: 'Wat medewerkers doen: zorgplannen, herstelbevorderend gedrag.',
    },
    'client-recovery': {
      label: 'Cliënten: herstel',
      definition: 'Persoonlijk herstel volgens cliënten zelf.',
    },
    'client-clinical': {
      label: 'Cliënten: klachten en functioneren',
      definition: 'Klachten, functioneren, zorgbehoeften.',
    },
  },
  windows: { post: 'Na de training', 'follow-up': 'Follow-up' },
  comparators: { none: 'Geen training', before: 'Voor de training' },
  analysis: {},
  levels: {},
  codeGroups: { chime: 'Herstelprocessen (CHIME)', methods: 'Trainingsmethoden' },
  codes: {
    connectedness: {
      label: 'Verbondenheid',
      definition: 'Lotgenotencontact, relaties, steun van anderen, deel zijn van de gemeenschap.',
    },
    hope: {
      label: 'Hoop en optimisme',
      definition: 'Geloof in herstel, motivatie om te veranderen, relaties die hoop geven.',
    },
    identity: {
      label: 'Identiteit',
      definition: 'Een positief zelfbeeld hervinden, stigma overwinnen.',
    },
    meaning: {
      label: 'Betekenis',
      definition:
        'Betekenis van de ziekte-ervaring, zingeving, kwaliteit van leven, doelen en rollen in het leven.',
    },
    empowerment: {
      label: 'Empowerment',
      definition: 'Eigen verantwoordelijkheid, regie over het leven, nadruk op krachten.',
    },
    lecture: { label: 'Lezingen', definition: 'Trainers presenteren voor een groep.' },
    'role-play': { label: 'Rollenspel', definition: 'Gesprekken of situaties oefenen.' },
    'lived-experience': {
      label: 'Eigen ervaring',
      definition: 'Mensen met eigen ervaring ontwerpen of geven de training.',
    },
    coaching: { label: 'Coaching en supervisie', definition: 'Steun op het werk na de training.' },
    'e-learning': { label: 'E-learning', definition: 'Onlinemodules in eigen tempo.' },
  },
});
