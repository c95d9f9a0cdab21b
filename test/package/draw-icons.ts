// `node test/package/draw-icons.ts`: draws the app's icons from their SVG sources and writes what the
// installers need. Run by hand after a source was changed; the results are kept in the repository, so
// that no build needs a browser or a converter.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { ensureDisplay } from '../runtime/display.ts';
import { resolveElectronRuntime } from '../runtime/electron-runtime.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import { projectFolder } from '../runtime/paths.ts';
import { encodeIcns, encodeIco, type Picture } from './icon-files.ts';

const folder = join(projectFolder, 'electron', 'packaging', 'icons');
const blankApp = join(projectFolder, 'test', 'bench', 'blank-app');

/** Up to here the simpler drawing is the clearer one. */
const SMALL = 32;

/** Of macOS's 1024 pixels the tile takes 824; the drawing itself leaves 32 on each side. */
const MAC_SCALE = 824 / 960;

const display = await ensureDisplay();
const { executable, leadingArgs } = await resolveElectronRuntime();
const app = await _electron.launch({
  executablePath: executable,
  args: [...leadingArgs, blankApp],
  env: (await launchOptions({ home: join(tmpdir(), 'resolutionflow-icons'), env: display.env }))
    .env,
});
try {
  const page = await app.firstWindow();

  async function draw(size: number, scale = 1): Promise<Picture> {
    const source = join(folder, size <= SMALL && scale === 1 ? 'icon-small.svg' : 'icon.svg');
    const svg = await readFile(source, 'utf8');
    const { png, pixels } = await page.evaluate(
      async ([text, edge, part]) => {
        const image = new Image(edge, edge);
        image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
        await image.decode();
        const canvas = new OffscreenCanvas(edge, edge);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('This runtime draws nothing.');
        const side = edge * part;
        context.drawImage(image, (edge - side) / 2, (edge - side) / 2, side, side);
        const blob = await canvas.convertToBlob({ type: 'image/png' });
        return {
          png: await new Promise<string>((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
            reader.readAsDataURL(blob);
          }),
          // Only bitmaps inside an .ico or .icns ask for pixels, and large ones take minutes to hand over.
          pixels: edge > 64 ? [] : [...context.getImageData(0, 0, edge, edge).data],
        };
      },
      [svg, size, scale] as const,
    );
    return { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels) };
  }

  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
    await writeFile(join(folder, `${size}x${size}.png`), (await draw(size)).png);
  }
  const windows = [];
  for (const size of [16, 20, 24, 32, 40, 48, 64, 256]) windows.push(await draw(size));
  await writeFile(join(folder, 'icon.ico'), encodeIco(windows));
  const mac = [];
  for (const size of [16, 32, 64, 128, 256, 512, 1024]) mac.push(await draw(size, MAC_SCALE));
  await writeFile(join(folder, 'icon.icns'), encodeIcns(mac));
} finally {
  await app.close();
  display.stop();
}
