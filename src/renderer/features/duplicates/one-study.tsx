import { linkApart, linkOf, linkPair, type OneStudyOffer } from '@shared/review';
import { Button, EmptyState, useKeys } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { ComparedRecords } from './compared-records';
import styles from './duplicates.module.css';

/** Pairs shown at once; the next ones move up when these are answered. */
const mostShown = 10;

/** Pairs that rules took for two reports of one study: linked or kept apart, each with one key and one step back. */
export function OneStudy({ offers }: { readonly offers: readonly OneStudyOffer[] }) {
  const { duplicates: words } = useTexts();
  const { state, dispatch } = useReview();
  const { say } = useApp();
  const link = async (offer: OneStudyOffer): Promise<void> => {
    const command = linkPair(state, offer);
    const [id] = (command && (await dispatch(command))) ?? [];
    if (id !== undefined)
      say({ text: words.oneStudy.linked, undo: () => void dispatch({ do: 'withdraw', target: id }) });
  };
  const keepApart = (offer: OneStudyOffer): void =>
    void dispatch(...linkApart(offer.filter((id) => linkOf(state, id) === undefined)));
  const [first] = offers;
  useKeys({
    s: first && (() => void link(first)),
    d: first && (() => keepApart(first)),
  });
  if (offers.length === 0)
    return <EmptyState title={words.oneStudy.none}>{words.oneStudy.noneText}</EmptyState>;
  return (
    <div className={styles['scroll']}>
      <p>{words.oneStudy.text}</p>
      {offers.slice(0, mostShown).map((offer, index) => {
        const [a, b] = offer;
        return (
          <section key={`${a} ${b}`} className={styles['card']} aria-label={words.questionRegion}>
            <div className={styles['answerKeys']}>
              <Button
                kind={index === 0 ? 'primary' : 'plain'}
                {...(index === 0 ? { shortcut: 'S' } : {})}
                onPress={() => void link(offer)}
              >
                {words.oneStudy.link}
              </Button>
              <Button {...(index === 0 ? { shortcut: 'D' } : {})} onPress={() => keepApart(offer)}>
                {words.oneStudy.apart}
              </Button>
            </div>
            <ComparedRecords left={a} right={b} />
          </section>
        );
      })}
    </div>
  );
}
