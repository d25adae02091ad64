import { codedValue, isAsked, type CharacteristicField, type Protocol } from '../protocol';
import { numberAsPrinted } from './printed-number';

/** A number typed as papers print it; a bound is none. */
export const typedNumber = (text: string): number | undefined => {
  const read = numberAsPrinted(text);
  return read?.bound === undefined ? read?.value : undefined;
};

/** An answer to a field of the codebook as analyses read it. */
export const codedAnswer = (field: CharacteristicField, text: string): string =>
  codedValue(field, text, typedNumber);

/**
 * Study characteristics as they go into the pooling sheet: answers to fields of the codebook in the form analyses read,
 * without those that are not asked any more; what came from elsewhere (an imported sheet) as it is.
 */
export function codedCharacteristics(
  characteristics: { readonly [id: string]: string },
  protocol: Pick<Protocol, 'extraction'>,
): { [id: string]: string } {
  const fields = protocol.extraction?.characteristics ?? [];
  const coded: { [id: string]: string } = {};
  for (const [id, text] of Object.entries(characteristics)) {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field) coded[id] = text;
    else if (isAsked(field, fields, characteristics)) coded[id] = codedAnswer(field, text);
  }
  return coded;
}
