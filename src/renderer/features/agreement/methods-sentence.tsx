import type { TwoRaterAgreement } from '@shared/reconciliation';
import { Button } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import { useFigures } from './figure-table';
import styles from './agreement.module.css';

/** A sentence for the methods section of the report, ready to be copied. */
export function MethodsSentence({
  stage,
  names,
  records,
  result: { percentAgreement, kappa, gwetAc1 },
  maybe,
}: {
  readonly stage: string;
  readonly names: string;
  readonly records: string;
  readonly result: TwoRaterAgreement;
  readonly maybe: string;
}) {
  const { agreement: words } = useTexts();
  const { share, coefficient } = useFigures();
  const { say } = useApp();
  const sentence = words
    .methodsSentence({
      stage,
      names,
      n: records,
      percent: share(percentAgreement),
      kappa: coefficient(kappa.value),
      ci: kappa.ci95 ? words.toBetween(coefficient(kappa.ci95[0]), coefficient(kappa.ci95[1])) : null,
      ac1: coefficient(gwetAc1.value),
      maybe,
    })
    .trim();
  const copy = (): void => {
    void navigator.clipboard.writeText(sentence).then(() => say({ text: words.copied }));
  };
  return (
    <section className={styles['methods']}>
      <h2>{words.methods}</h2>
      <p className={styles['words']}>{sentence}</p>
      <Button small onPress={copy}>
        {words.copy}
      </Button>
    </section>
  );
}
