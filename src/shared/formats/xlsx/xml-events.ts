import { SaxesParser } from 'saxes';

export type XmlEvents = {
  /** An element opens; names come without their namespace prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** What has more faults than this is no XML; each one costs time. */
const MOST_FAULTS = 1_000;

/** Bytes decoded and parsed at once. */
const CHUNK = 256 * 1024;

/**
 * Runs through the XML of one part of a workbook (UTF-8) without holding it as one text. Broken markup is passed over; what has
 * hardly any sound markup is given up.
 * `goOn` is asked before each chunk and stops the run by returning false.
 */
export function runXml(bytes: Uint8Array, events: XmlEvents, goOn: () => boolean = () => true): void {
  const parser = new SaxesParser<{ xmlns: false; fragment: true }>({ xmlns: false, fragment: true });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  let faults = 0;
  parser.on('error', (fault) => {
    faults += 1;
    if (faults > MOST_FAULTS) throw fault;
  });
  if (events.open !== undefined) {
    const { open } = events;
    parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
  }
  if (events.close !== undefined) {
    const { close } = events;
    parser.on('closetag', ({ name }) => close(local(name)));
  }
  if (events.text !== undefined) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  const decoder = new TextDecoder('utf-8');
  try {
    for (let at = 0; at < bytes.length && goOn(); at += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    if (goOn()) parser.close();
  } catch {
    // Too many faults: what was read before them stands.
  }
}
