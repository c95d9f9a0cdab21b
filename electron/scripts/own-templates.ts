import type { ScriptTemplate, TemplateContent } from '../../shared/domain/script-template.ts';
import { AppError } from '../../shared/errors.ts';
import type { SecretGuard } from '../secrets/index.ts';
import type { SessionStore } from '../sessions/index.ts';
import { acceptable } from './acceptable.ts';
import { type Catalogue, contentOf, ownId, ownTemplate } from './catalogue.ts';
import { readTemplateFile, writeTemplateFile } from './template-file.ts';

export interface Imported {
  readonly added: ScriptTemplate[];
  /** Names of those that were here already, word for word. */
  readonly known: string[];
}

interface Parts {
  readonly store: () => Pick<SessionStore, 'templates' | 'transaction'>;
  readonly secrets: Pick<SecretGuard, 'find'>;
  readonly catalogue: Catalogue;
}

/** Making, changing and exchanging the templates of this installation. */
export function createOwnTemplates({ store, secrets, catalogue }: Parts) {
  return {
    async save(key: string | null, content: TemplateContent): Promise<ScriptTemplate> {
      const id = key === null ? null : requireOwn(key);
      const accepted = await acceptable(content, secrets);
      return ownTemplate(store().templates.save({ id, content: accepted }));
    },
    remove: (key: string): boolean => store().templates.remove(requireOwn(key)),
    exported(keys: readonly string[]) {
      const templates = [...new Set(keys)].map((key) => contentOf(catalogue.get(key)));
      const [first] = templates;
      const name = templates.length === 1 && first !== undefined ? first.name : 'Script templates';
      return {
        text: writeTemplateFile(templates),
        suggested_name: `${name.slice(0, 100).trim()}.json`,
      };
    },
    async imported(text: string): Promise<Imported> {
      const accepted: TemplateContent[] = [];
      for (const [index, content] of readTemplateFile(text).entries()) {
        accepted.push(
          await acceptable(content, secrets).catch((error: unknown) => {
            throw naming(error, index, content.name);
          }),
        );
      }
      const here = new Set(catalogue.list().map(fingerprint));
      const known: string[] = [];
      const added = store().transaction(() =>
        accepted.flatMap((content) => {
          const print = fingerprint(content);
          if (here.has(print)) {
            known.push(content.name);
            return [];
          }
          here.add(print);
          return [ownTemplate(store().templates.save({ id: null, content }))];
        }),
      );
      return { added, known };
    },
  };
}

function requireOwn(key: string): number {
  const id = ownId(key);
  if (id !== null) return id;
  throw new AppError(
    'INVALID_INPUT',
    'A script that came with the app stays as it is. Make a copy of it and change that.',
  );
}

function fingerprint(template: TemplateContent): string {
  return JSON.stringify(contentOf(template));
}

function naming(error: unknown, index: number, name: string): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(
    error.code,
    `Nothing was imported: template ${index + 1} of the file, “${name}”, cannot be used. ${error.message}`,
  );
}
