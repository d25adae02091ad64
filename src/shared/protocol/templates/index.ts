import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { groupPeerSupportEnglish } from './group-peer-support.en';
import { groupPeerSupportDutch } from './group-peer-support.nl';
import { peerSupportEnglish } from './peer-support.en';
import { peerSupportDutch } from './peer-support.nl';
import { recoveryTrainingEnglish } from './recovery-training.en';
import { recoveryTrainingDutch } from './recovery-training.nl';
import { socialSupportEnglish } from './social-support.en';
import { socialSupportDutch } from './social-support.nl';
import { withStudyCodebook } from './study-codebook';

export type TemplateLanguage = 'en' | 'nl';

export type ProtocolTemplate = {
  readonly id: string;
  readonly name: { readonly [Language in TemplateLanguage]: string };
  readonly summary: { readonly [Language in TemplateLanguage]: string };
  readonly protocol: { readonly [Language in TemplateLanguage]: Protocol };
};

const bothLanguages = (en: Protocol, nl: Protocol): ProtocolTemplate['protocol'] => ({
  en: withStudyCodebook(en, 'en'),
  nl: withStudyCodebook(nl, 'nl'),
});

/** What a new review can start from. Nothing in the program depends on which was chosen. */
export const protocolTemplates: readonly ProtocolTemplate[] = [
  {
    id: 'peer-support',
    name: {
      en: 'Peer support for mental illness',
      nl: 'Ondersteuning door lotgenoten bij psychische aandoeningen',
    },
    summary: {
      en: 'Randomised trials; delivered entirely by peers; adults; mental illness, not addiction. Clinical, personal and functional recovery. After Smit et al. 2022.',
      nl: 'Gerandomiseerde trials; geheel door lotgenoten gegeven; volwassenen; psychische aandoening, geen verslaving. Klinisch, persoonlijk en functioneel herstel. Naar Smit et al. 2022.',
    },
    protocol: bothLanguages(peerSupportEnglish, peerSupportDutch),
  },
  {
    id: 'group-peer-support',
    name: { en: 'Group peer support', nl: 'Lotgenotengroepen' },
    summary: {
      en: 'Randomised trials of groups led by peers, by type of group; standardised and raw differences side by side; pooled from three trials on. After Lyons et al. 2021.',
      nl: 'Gerandomiseerde trials van groepen onder leiding van lotgenoten, per soort groep; gestandaardiseerde en ruwe verschillen naast elkaar; gepoold vanaf drie trials. Naar Lyons et al. 2021.',
    },
    protocol: bothLanguages(groupPeerSupportEnglish, groupPeerSupportDutch),
  },
  {
    id: 'social-support',
    name: {
      en: 'Social support in severe mental illness',
      nl: 'Sociale steun bij ernstige psychische aandoeningen',
    },
    summary: {
      en: 'Controlled studies, randomised or not, with several interventions per study; moderators; forest plot by intervention. After Beckers et al. 2022.',
      nl: 'Gecontroleerde studies, al dan niet gerandomiseerd, met meer interventies per studie; moderatoren; forest plot per interventie. Naar Beckers et al. 2022.',
    },
    protocol: bothLanguages(socialSupportEnglish, socialSupportDutch),
  },
  {
    id: 'recovery-training',
    name: { en: 'Recovery training of staff', nl: 'Hersteltraining van medewerkers' },
    summary: {
      en: 'No pooling: directions of effect for staff and clients, and passages coded by CHIME and training method. After McPherson et al. 2021.',
      nl: 'Geen pooling: richting van effecten bij medewerkers en cliënten, en passages gecodeerd volgens CHIME en trainingsmethode. Naar McPherson et al. 2021.',
    },
    protocol: bothLanguages(recoveryTrainingEnglish, recoveryTrainingDutch),
  },
  {
    id: 'blank',
    name: { en: 'Blank protocol', nl: 'Leeg protocol' },
    summary: {
      en: 'Two coders, RoB 2, Hedges’ g with random effects. Everything else is yours to fill in.',
      nl: 'Twee beoordelaars, RoB 2, Hedges’ g met random effects. Al het andere vult u zelf in.',
    },
    protocol: bothLanguages(blankProtocol, blankProtocol),
  },
];

export { blankProtocol };

export const templateById = (id: string): ProtocolTemplate | undefined =>
  protocolTemplates.find((template) => template.id === id);
