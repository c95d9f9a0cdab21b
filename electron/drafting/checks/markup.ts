import type { Mark } from '../markdown/blocks.ts';
import type { NoteItem, NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** S3: no table, image, HTML, nor a link to a host that stands in no row of the session; PSA systems show these badly or not at all. */
export const markupRule = rule('S3', (note) => [
  ...tangled(note),
  ...note.items.flatMap((item) => [...markFaults(note, item), ...tableFaults(note, item)]),
  ...note.headings.flatMap(({ block }) => block.marks.flatMap((mark) => markFault(note, mark))),
]);

function tangled({ tangled: place }: NoteView): Fault[] {
  if (place === null) return [];
  return [
    {
      ...place,
      message:
        'From here on the note is too long or its markup too tangled to be checked. Shorten it, or move logs to an attachment.',
    },
  ];
}

function markFaults(note: NoteView, item: NoteItem): Fault[] {
  return item.block.marks.flatMap((mark) => markFault(note, mark));
}

function markFault(note: NoteView, mark: Mark): Fault[] {
  const place = { from: mark.from, to: mark.to };
  const repair = (label: string, replacement: string) => ({
    ...place,
    repair: { label, ...place, replacement },
  });
  switch (mark.kind) {
    case 'html':
      return [{ message: 'HTML does not belong in a note.', ...repair('Remove the HTML', '') }];
    case 'image':
      return [
        {
          message: 'A picture does not belong in a note; attach it to the ticket.',
          ...repair('Keep its description only', mark.label.replace(/[[\]<>*_`\\]/g, '')),
        },
      ];
    case 'definition':
      return [
        { message: 'A link definition does not belong in a note.', ...repair('Delete it', '') },
      ];
    case 'link':
      return isKnownLink(note, mark.url)
        ? []
        : [
            {
              message:
                'This link leads to a place that no fact of the session names. Write the address out, or remove it.',
              ...repair('Unwrap the link', unwrapped(mark)),
            },
          ];
  }
}

/** A link is known where a row of the session names its host; mail links where one names the address. */
function isKnownLink(note: NoteView, url: string): boolean {
  if (!/^(?:https?:|mailto:)/i.test(url)) return false;
  const host =
    url
      .replace(/^(?:https?:\/\/|mailto:)(?:[^/@]*@(?=[^/]*$))?/i, '')
      .split(/[/?#]/)[0]
      ?.toLowerCase() ?? '';
  const wanted = url.toLowerCase().startsWith('mailto:')
    ? (url.slice(7).split('?')[0]?.toLowerCase() ?? '')
    : host;
  return wanted !== '' && note.sources.record.some((text) => text.includes(wanted));
}

/** The words of the link and, for the web, its address, as plain text that is no link. */
function unwrapped({ label, url }: Mark): string {
  const words = label.replace(/[[\]<>*_`\\]/g, '').trim();
  const address = /^https?:\/\/[^\s<>[\]()*_`\\]+$/i.test(url) ? url : '';
  if (address === '' || words === address) return words === '' ? address : words;
  return words === '' ? address : `${words} (${address})`;
}

function tableFaults(note: NoteView, { block }: NoteItem): Fault[] {
  if (block.kind !== 'paragraph' && block.kind !== 'bullet') return [];
  const [header = '', ruler] = note.markdown.slice(block.from, block.to).split('\n', 2);
  if (
    ruler === undefined ||
    !header.includes('|') ||
    !ruler.includes('-') ||
    !TABLE_RULE.test(ruler)
  )
    return [];
  if (!ruler.includes('|')) return [];
  return [
    {
      from: block.from,
      to: block.to,
      message:
        'A table does not belong in a note: many systems show it as loose signs. Use one bullet a row.',
    },
  ];
}
