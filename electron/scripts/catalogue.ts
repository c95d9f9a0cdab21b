import type { ScriptTemplate, TemplateContent } from '../../shared/domain/script-template.ts';
import { AppError } from '../../shared/errors.ts';
import type { OwnTemplate, SessionStore } from '../sessions/index.ts';
import { SHIPPED } from './library/index.ts';

const OWN = /^own\/(\d{1,15})$/;

/** The templates that there are: those that came with the app, and those of this installation. */
export interface Catalogue {
  /** Shipped ones first, each group by name. */
  list(): ScriptTemplate[];
  /** `NOT_FOUND` for one that was removed. */
  get(key: string): ScriptTemplate;
}

export function createCatalogue(store: () => Pick<SessionStore, 'templates'>): Catalogue {
  const shipped = Object.entries(SHIPPED)
    .map(([name, content]): ScriptTemplate => {
      return { ...content, key: `shipped/${name}`, origin: 'shipped', updated_at: null };
    })
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  return {
    list: () => [...shipped, ...store().templates.list().map(ownTemplate)],
    get(key) {
      const id = ownId(key);
      if (id !== null) return ownTemplate(store().templates.get(id));
      const found = shipped.find((template) => template.key === key);
      if (found !== undefined) return found;
      throw new AppError(
        'NOT_FOUND',
        'This version of the app has no such script template. Choose another one.',
      );
    },
  };
}

/** The row of an own template, or null for one that came with the app. */
export function ownId(key: string): number | null {
  const match = OWN.exec(key);
  return match === null ? null : Number(match[1]);
}

export function ownTemplate({ id, created_at: _, ...template }: OwnTemplate): ScriptTemplate {
  return { ...template, key: `own/${id}`, origin: 'own' };
}

/** What of a template a person writes, in one order of its fields, so that two can be compared. */
export function contentOf(template: TemplateContent): TemplateContent {
  return {
    name: template.name,
    language: template.language,
    description: template.description,
    body: template.body,
    parameters: template.parameters.map((parameter) => ({
      name: parameter.name,
      label: parameter.label,
      help: parameter.help,
      type: parameter.type,
      required: parameter.required,
      default_value: parameter.default_value,
      choices: [...parameter.choices],
      minimum: parameter.minimum,
      maximum: parameter.maximum,
    })),
    changes_system: template.changes_system,
    undo: template.undo,
    needs_administrator: template.needs_administrator,
  };
}
