/** A drawn icon: as PNG, and as its pixels (red, green, blue, alpha; rows from the top). */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
  readonly pixels: Buffer;
}

/** From this size on Windows reads PNG inside an .ico everywhere; smaller ones are kept as bitmaps. */
const PNG_FROM = 256;

/** A Windows .ico of these pictures. */
export function encodeIco(pictures: readonly Picture[]): Buffer {
  const images = pictures.map((picture) =>
    picture.size >= PNG_FROM ? picture.png : bitmap(picture),
  );
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    // A byte holds no 256: there 0 stands for it.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([header, ...images]);
}

/** A headless bitmap: rows from the bottom, blue first, then a mask that says nothing beside alpha. */
function bitmap({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Array.from({ length: size }, (_, row) => {
    const from = (size - 1 - row) * size * 4;
    const swapped = Buffer.from(pixels.subarray(from, from + size * 4)).swap32();
    // Now alpha, blue, green, red; alpha goes to the end.
    return Buffer.concat(
      Array.from({ length: size }, (_, column) => {
        const at = column * 4;
        return Buffer.concat([swapped.subarray(at + 1, at + 4), swapped.subarray(at, at + 1)]);
      }),
    );
  });
  const mask = Buffer.alloc(size * Math.ceil(size / 32) * 4);
  return Buffer.concat([header, ...rows, mask]);
}

/** What macOS calls the sizes; the smallest two are no PNG there, but packed colour planes. */
const macTypes: readonly { type: string; size: number; packed?: true }[] = [
  { type: 'ic04', size: 16, packed: true },
  { type: 'ic05', size: 32, packed: true },
  { type: 'ic11', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
];

/** A macOS .icns of these pictures. */
export function encodeIcns(pictures: readonly Picture[]): Buffer {
  const entries = macTypes.map(({ type, size, packed }) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    if (!picture) throw new Error(`There is no picture of ${size} pixels.`);
    return block(type, packed ? colourPlanes(picture) : picture.png);
  });
  return block('icns', Buffer.concat(entries));
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([header, content]);
}

/** Alpha, red, green, blue one after the other, each in runs of literal bytes. */
function colourPlanes({ pixels }: Picture): Buffer {
  const planes = [3, 0, 1, 2].flatMap((channel) => {
    const plane = pixels.filter((_, index) => index % 4 === channel);
    const runs: Buffer[] = [];
    for (let from = 0; from < plane.length; from += 128) {
      const run = plane.subarray(from, from + 128);
      runs.push(Buffer.from([run.length - 1]), Buffer.from(run));
    }
    return runs;
  });
  return Buffer.concat([Buffer.from('ARGB', 'latin1'), ...planes]);
}
