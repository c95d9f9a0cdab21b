import { StyleModule } from 'style-mod';

/**
 * Makes CodeMirror keep its styles in an adopted style sheet. In a document it would write a `<style>`
 * element, which `style-src 'self'` refuses; in a shadow root, which has no `<head>`, it adopts a
 * sheet. Mounting nothing through a view of the document without its head makes that choice for the
 * document too, once, before the first editor.
 */
export function adoptEditorStyles(): void {
  const headless = new Proxy(document, {
    get: (target, key) => (key === 'head' ? undefined : Reflect.get(target, key)),
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  StyleModule.mount(headless, []);
}
