import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { peerSupportEnglish } from './peer-support.en';
import { peerSupportDutch } from './peer-support.nl';

export type TemplateLanguage = 'en' | 'nl';

export type ProtocolTemplate = {
  readonly id: string;
  readonly name: { readonly [Language in TemplateLanguage]: string };
  readonly summary: { readonly [Language in TemplateLanguage]: string };
  readonly protocol: { readonly [Language in TemplateLanguage]: Protocol };
};

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
    protocol: { en: peerSupportEnglish, nl: peerSupportDutch },
  },
  {
    id: 'blank',
    name: { en: 'Blank protocol', nl: 'Leeg protocol' },
    summary: {
      en: 'Two coders, RoB 2, Hedges’ g with random effects. Everything else is yours to fill in.',
      nl: 'Twee beoordelaars, RoB 2, Hedges’ g met random effects. Al het andere vult u zelf in.',
    },
    protocol: { en: blankProtocol, nl: blankProtocol },
  },
];

export const templateById = (id: string): ProtocolTemplate | undefined =>
  protocolTemplates.find((template) => template.id === id);
