import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useState } from 'react';
import { findInPage, type RunPart } from '@shared/documents';
import { rest } from '../../long-work/in-slices';
import { textOfPage } from './text-on-page';

export type PdfHit = { readonly page: number; readonly parts: readonly RunPart[] };

export type PdfSearch = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly hits: readonly PdfHit[];
  /** Index of the hit that is looked at; null without hits. */
  readonly current: number | null;
  readonly step: (by: 1 | -1) => void;
  /** Share of the pages looked through, 0 to 1. */
  readonly share: number;
  readonly onPage: (page: number) => {
    readonly hits: readonly (readonly RunPart[])[];
    readonly current: number | null;
  };
};

type Found = { readonly query: string; readonly hits: readonly PdfHit[]; readonly pages: number };
const nothing: Found = { query: '', hits: [], pages: 0 };
type Chosen = { readonly query: string; readonly hit: number };

/** Searches a document page by page from the first; hits appear as they are found. */
export function usePdfSearch(pdf: PDFDocumentProxy | null): PdfSearch {
  const [query, setQuery] = useState('');
  const [last, setLast] = useState<Found>(nothing);
  const [chosen, setChosen] = useState<Chosen>({ query: '', hit: 0 });
  const wanted = query.trim();
  useEffect(() => {
    if (pdf === null || wanted.length < shortest) return undefined;
    let left = false;
    void (async () => {
      let hits: readonly PdfHit[] = [];
      for (let page = 1; page <= pdf.numPages; page += 1) {
        const text = await textOfPage(pdf, page);
        if (left) return;
        const here = findInPage(text, wanted);
        const isFirst = hits.length === 0 && here.length > 0;
        if (here.length > 0) hits = [...hits, ...here.map((parts) => ({ page, parts }))];
        if (!isFirst && page % toldEvery !== 0 && page !== pdf.numPages) continue;
        setLast({ query: wanted, hits, pages: page });
        // A word on every page of a long document must not keep the window from keys and drawing.
        await rest();
        if (left) return;
      }
    })();
    return () => {
      left = true;
    };
  }, [pdf, wanted]);

  // What was found for another query is nothing here, and its chosen hit neither.
  const found = last.query === wanted ? last : nothing;
  const { hits } = found;
  const at = chosen.query === wanted ? chosen.hit : 0;
  const current = hits.length === 0 ? null : Math.min(at, hits.length - 1);
  const byPage = useMemo(() => {
    const pages = new Map<number, { readonly first: number; readonly hits: (readonly RunPart[])[] }>();
    for (const [index, { page, parts }] of hits.entries()) {
      const there = pages.get(page);
      if (there) there.hits.push(parts);
      else pages.set(page, { first: index, hits: [parts] });
    }
    return pages;
  }, [hits]);

  return {
    query,
    setQuery,
    hits,
    current,
    step(by) {
      if (current !== null) setChosen({ query: wanted, hit: (current + by + hits.length) % hits.length });
    },
    share: pdf === null || wanted.length < shortest ? 1 : found.pages / pdf.numPages,
    onPage(page) {
      const there = byPage.get(page);
      if (!there) return noHits;
      const within = current === null ? -1 : current - there.first;
      return { hits: there.hits, current: within >= 0 && within < there.hits.length ? within : null };
    },
  };
}

const noHits = { hits: [], current: null } as const;
/** One letter stands everywhere. */
const shortest = 2;
/** Pages between two signs of progress; the first hit is told at once. */
const toldEvery = 20;
