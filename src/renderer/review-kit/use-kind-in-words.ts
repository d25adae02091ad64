import { codeOfType } from '@shared/formats';
import { useTexts } from '../app/app-context';

/** Says a type of publication that a file gave as a code in the reader's words, any other as the database says it. */
export function useKindInWords(): (type: string) => string {
  const { kinds } = useTexts().screening;
  return (type) => {
    const code = codeOfType(type);
    return code === null ? type : kinds[code];
  };
}
