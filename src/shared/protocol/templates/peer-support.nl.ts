import type { Protocol } from '../protocol';
import { designInDutch, randomisedDesigns } from './designs';
import { peerSupportEnglish } from './peer-support.en';
import { peerSupportPlan } from './peer-support.plan';

/** The same protocol in Dutch; ids, instruments and rules are those of the English one. */
export const peerSupportDutch: Protocol = {
  ...peerSupportEnglish,
  riskOfBias: { ...peerSupportEnglish.riskOfBias, designs: randomisedDesigns.map(designInDutch) },
  title: 'Ondersteuning door lotgenoten bij psychische aandoeningen',
  question:
    'Verbetert ondersteuning die geheel door lotgenoten wordt gegeven, vergeleken met gebruikelijke zorg, een wachtlijst of een andere inactieve controle, het klinisch, persoonlijk en functioneel herstel van volwassenen met een psychische aandoening?',
  background:
    'Lotgenoten zijn mensen met eigen ervaring met een psychische aandoening. Effecten worden per hersteldomein gepoold aan het einde van de interventie en, waar gerapporteerd, na zes tot negen maanden.',
  criteria: [
    {
      id: 'design',
      label: 'Gerandomiseerde trial',
      question: 'Zijn deelnemers of groepen deelnemers door loting toegewezen?',
      guidance: {
        yes: 'Individuele of clusterrandomisatie, ook pilottrials en verslagen van follow-up of subgroepen van een gerandomiseerde trial.',
        no: 'Voor-na-onderzoek, cohort, gematchte of quasi-aselecte controle, review, kwalitatief onderzoek, protocol zonder resultaten.',
        unclear:
          'De samenvatting spreekt van een trial of van groepen, maar niet van hoe mensen daarin kwamen.',
      },
    },
    {
      id: 'peer-delivered',
      label: 'Geheel door lotgenoten gegeven',
      question: 'Wordt de interventie alleen door lotgenoten gegeven?',
      guidance: {
        yes: 'Mensen met eigen ervaring leiden de interventie; professionals mogen opleiden en superviseren.',
        no: 'Een professional geeft de interventie of leidt samen met een lotgenoot; familie of mantelzorgers zijn de ontvangers of de lotgenoten.',
        unclear:
          'Lotgenoten doen mee, maar wie leidt staat er niet; of er is sprake van vrijwilligers zonder dat hun achtergrond wordt genoemd.',
      },
    },
    {
      id: 'adults',
      label: 'Volwassenen',
      question: 'Zijn de deelnemers 18 jaar of ouder?',
      guidance: {
        yes: 'Allen zijn volwassen, of gemiddelde leeftijd en spreiding maken dat duidelijk.',
        no: 'Alleen kinderen of jongeren.',
        unclear: 'Jongeren rond de 18, of leeftijd niet vermeld.',
      },
    },
    {
      id: 'mental-illness',
      label: 'Psychische aandoening, geen verslaving',
      question: 'Hebben de deelnemers een psychische aandoening die geen verslaving is?',
      guidance: {
        yes: 'Een diagnose of een score boven een gevalideerde grens; ernstige psychische aandoening, depressie, angst, psychose, bipolaire stoornis. Verslaving daarnaast mag.',
        no: 'Verslaving als hoofdprobleem; een lichamelijke ziekte met klachten; dementie; mensen met risico zonder klachten.',
        unclear: 'Een gemengde groep, of "psychische klachten" zonder grenswaarde.',
      },
    },
  ],
  exclusionReasons: [
    { id: 'wrong-design', label: 'Geen gerandomiseerde trial', criterionId: 'design' },
    { id: 'not-peer-delivered', label: 'Niet geheel door lotgenoten gegeven', criterionId: 'peer-delivered' },
    { id: 'not-adults', label: 'Deelnemers niet volwassen', criterionId: 'adults' },
    {
      id: 'wrong-population',
      label: 'Geen psychische aandoening, of verslaving',
      criterionId: 'mental-illness',
    },
    { id: 'active-comparator', label: 'Controle is een actieve behandeling' },
    { id: 'no-outcome', label: 'Geen uitkomst van belang' },
    { id: 'no-results', label: 'Geen resultaten gerapporteerd' },
  ],
  outcomeDomains: [
    {
      ...domain('clinical'),
      label: 'Klinisch herstel',
      definition: 'Ernst van klachten, terugval en opname.',
    },
    {
      ...domain('personal'),
      label: 'Persoonlijk herstel',
      definition: 'Een leven dat de persoon zelf als goed ervaart: herstel, hoop, empowerment, zelfstigma.',
    },
    {
      ...domain('functional'),
      label: 'Functioneel herstel',
      definition:
        'Meedoen in het dagelijks en sociaal leven: functioneren, kwaliteit van leven, steun, werk.',
    },
  ],
  windows: [
    { id: 'post', label: 'Nameting', fromWeeks: 0, toWeeks: 25 },
    { id: 'follow-up', label: '6–9 maanden', fromWeeks: 26, toWeeks: 39 },
    { id: 'late', label: 'Later dan 9 maanden', fromWeeks: 40, toWeeks: null },
  ],
  comparators: [
    { id: 'cau', label: 'Gebruikelijke zorg' },
    { id: 'wl', label: 'Wachtlijst' },
    { id: 'inactive', label: 'Andere inactieve controle' },
  ],
  analysis: peerSupportPlan({
    clinical: 'Klinisch herstel',
    personal: 'Persoonlijk herstel',
    functional: 'Functioneel herstel',
    hope: 'Hoop',
    illness: 'Ernstige psychische aandoening',
    severe: 'Ernstige psychische aandoening',
    other: 'Andere psychische aandoening',
    format: 'Vorm',
    control: 'Controleconditie',
    bias: 'Risico op bias',
  }),
};

function domain(id: string): Protocol['outcomeDomains'][number] {
  const found = peerSupportEnglish.outcomeDomains.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`The English template has no outcome domain ${id}`);
  return found;
}
