import { useState, type RefObject } from 'react';
import { useFormats, useTexts } from '../../app/app-context';
import { Button, controls, Kbd } from '../../ui-kit';
import type { Pages } from './use-pages';
import type { PdfSearch } from './use-pdf-search';
import styles from './pdf-pane.module.css';

/** What can be done with the document: page, zoom, search, quote. */
export function PdfToolbar({
  count,
  pages,
  search,
  searchField,
  scroller,
  small,
  quote,
  box,
}: {
  readonly count: number;
  readonly pages: Pages;
  readonly search: PdfSearch;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly small: { readonly shown: boolean; readonly toggle: () => void };
  readonly quote: { readonly label: string; readonly ready: boolean; readonly take: () => void } | undefined;
  readonly box: { readonly drawing: boolean; readonly toggle: () => void } | undefined;
}) {
  const { documents } = useTexts();
  const formats = useFormats();
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={documents.tools}>
      <Button kind="quiet" small shortcut="G" pressed={small.shown} onPress={small.toggle}>
        {documents.smallPagesShort}
      </Button>
      <PageField count={count} page={pages.page} onGo={(page) => pages.showPlace(page)} back={scroller} />
      <div className={styles['group']}>
        <Button kind="quiet" small label={documents.zoomOut} onPress={pages.zoomOut}>
          <Kbd>−</Kbd>
        </Button>
        <span className={`${styles['zoom']} numeric`}>{formats.percent(pages.scale)}</span>
        <Button kind="quiet" small label={documents.zoomIn} onPress={pages.zoomIn}>
          <Kbd>+</Kbd>
        </Button>
        <Button kind="quiet" small shortcut="0" pressed={pages.fitsWidth} onPress={pages.fitWidth}>
          {documents.fitWidth}
        </Button>
      </div>
      <Search search={search} field={searchField} back={scroller} />
      {quote === undefined ? null : (
        <Button small shortcut="Q" label={quote.label} disabled={!quote.ready} onPress={quote.take}>
          <span title={quote.label}>{documents.quote}</span>
        </Button>
      )}
      {box === undefined ? null : (
        <Button small shortcut="B" pressed={box.drawing} onPress={box.toggle}>
          {documents.drawBox}
        </Button>
      )}
    </div>
  );
}

function PageField({
  count,
  page,
  onGo,
  back,
}: {
  readonly count: number;
  readonly page: number;
  readonly onGo: (page: number) => void;
  readonly back: RefObject<HTMLDivElement | null>;
}) {
  const { documents } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number.parseInt(typed ?? '', 10);
    if (wanted >= 1 && wanted <= count) onGo(wanted);
    setTyped(null);
  };
  return (
    <form
      className={styles['group']}
      onSubmit={(event) => {
        event.preventDefault();
        // The keys that follow are for reading; leaving the field goes to the page.
        back.current?.focus({ preventScroll: true });
      }}
    >
      <input
        className={`${controls['input']} ${styles['pageField']} numeric`}
        aria-label={documents.pageField}
        inputMode="numeric"
        value={typed ?? String(page)}
        disabled={count === 0}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={go}
      />
      <span className="numeric">{documents.ofPages(count)}</span>
    </form>
  );
}

function Search({
  search,
  field,
  back,
}: {
  readonly search: PdfSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly back: RefObject<HTMLDivElement | null>;
}) {
  const { documents } = useTexts();
  const { hits, current, query, share } = search;
  const asked = query.trim().length >= 2;
  return (
    <div className={styles['group']} role="search">
      <input
        ref={field}
        type="search"
        className={`${controls['input']} ${styles['searchField']}`}
        aria-label={documents.search}
        placeholder={documents.searchHint}
        value={query}
        onChange={(event) => search.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') {
            search.setQuery('');
            back.current?.focus();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className={`${styles['hits']} numeric`} role="status">
        {!asked
          ? ''
          : current === null
            ? share < 1
              ? documents.searching
              : documents.noHits
            : documents.hitOf(current + 1, hits.length)}
      </span>
    </div>
  );
}
