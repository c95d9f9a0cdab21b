import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../runtime/paths.ts';

const icon = (name: string) =>
  readFile(join(projectFolder, 'electron', 'packaging', 'icons', name));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('the icon of %i pixels', async (size) => {
  const png = await icon(`${size}x${size}.png`);
  expect(png.subarray(0, 8)).toEqual(PNG);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

describe('the Windows icon', () => {
  test('holds each size, and each is where its table says', async () => {
    const ico = await icon('icon.ico');
    const sizes: number[] = [];
    for (let index = 0; index < ico.readUInt16LE(4); index += 1) {
      const entry = 6 + 16 * index;
      const offset = ico.readUInt32LE(entry + 12);
      const size = ico.readUInt8(entry) || 256;
      sizes.push(size);
      expect(offset + ico.readUInt32LE(entry + 8)).toBeLessThanOrEqual(ico.length);
      if (size === 256) expect(ico.subarray(offset, offset + 8)).toEqual(PNG);
      // A bitmap's height counts its mask as well.
      else expect(ico.readInt32LE(offset + 8)).toBe(size * 2);
    }
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });
});

describe('the macOS icon', () => {
  test('is a chain of blocks that ends with the file', async () => {
    const icns = await icon('icon.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    let at = 8;
    while (at < icns.length) {
      types.push(icns.toString('latin1', at, at + 4));
      at += icns.readUInt32BE(at + 4);
    }
    expect(at).toBe(icns.length);
    expect(types).toContain('ic10');
    expect(types).toHaveLength(10);
  });
});
