/** The stretch of a text in which one item of a list stands, from the beginning of its first line. */
export type ItemSlice = { readonly start: number; readonly end: number };

const listName = /^references:[ \t]*(?:#.*)?$/;
const dash = /^([ \t]*)-(?:[ \t]|$)/;

/**
 * The items of the lists in a YAML text, without parsing what is inside, so that a broken one costs no other: each begins
 * with a dash as far in as the first of its list, and lasts as long as lines stand further in. In a text that names a list
 * `references`, the lists behind that name count; else the first one and what follows in it.
 */
export function itemsOf(text: string): readonly ItemSlice[] {
  const named = /^references:[ \t]*(?:#.*)?\r?$/m.test(text);
  const items: ItemSlice[] = [];
  /** Columns before the dash of the list that is open; -1 outside a list, and while its first item is awaited. */
  let indent = -1;
  let awaited = !named;
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0) items.push({ start, end });
    start = -1;
  };
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, text.charAt(end - 1) === '\r' ? end - 1 : end);
    const begins = dash.exec(line)?.[1]?.length;
    const first = line.search(/\S/);
    if (begins !== undefined && (indent < 0 ? awaited : begins === indent)) {
      close(at);
      indent = begins;
      start = at;
      awaited = false;
    } else if (first >= 0 && first <= indent && line.charAt(first) !== '#') {
      close(at);
      indent = -1;
    }
    if (indent < 0 && listName.test(line)) awaited = true;
    at = end + 1;
  }
  close(text.length);
  return items;
}

/**
 * The members of an item that cannot be read as a whole, each with the lines below it that stand further in: its name, and
 * its text as it stands.
 */
export function membersOfItem(item: string): readonly { readonly name: string; readonly source: string }[] {
  const body = item.replace(dash, (found) => ' '.repeat(found.length));
  const lines = body.split(/\r?\n/);
  const depth = lines[0]?.search(/\S/) ?? 0;
  const members: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const name =
      line.search(/\S/) === depth ? /^\s*["']?([\w-]{1,60})["']?[ \t]*:/.exec(line)?.[1] : undefined;
    if (name !== undefined) members.push({ name, lines: [line] });
    else members.at(-1)?.lines.push(line);
  }
  return members.map((member) => ({ name: member.name, source: member.lines.join('\n') }));
}
