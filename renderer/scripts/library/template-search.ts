import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { LANGUAGE_WORDS } from '../script-words.ts';

/** Templates under one heading of the list. */
export interface TemplateGroup {
  readonly origin: ScriptTemplate['origin'];
  readonly label: string;
  readonly templates: readonly ScriptTemplate[];
}

/** The templates in which every word of the query stands; those with all of them in the name first. */
export function findTemplates(
  templates: readonly ScriptTemplate[],
  query: string,
): readonly ScriptTemplate[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const inName: ScriptTemplate[] = [];
  const elsewhere: ScriptTemplate[] = [];
  for (const template of templates) {
    const name = template.name.toLowerCase();
    if (words.every((word) => name.includes(word))) inName.push(template);
    else if (words.every((word) => searchedText(template).includes(word))) elsewhere.push(template);
  }
  return [...inName, ...elsewhere];
}

/** Those made here first, for somebody wanted them. Headings without templates are left out. */
export function groupTemplates(templates: readonly ScriptTemplate[]): readonly TemplateGroup[] {
  const groups: readonly TemplateGroup[] = [
    { origin: 'own', label: 'Made here', templates: byOrigin(templates, 'own') },
    { origin: 'shipped', label: 'Came with the app', templates: byOrigin(templates, 'shipped') },
  ];
  return groups.filter((group) => group.templates.length > 0);
}

/** The template that a search means beyond doubt: the one of this name, or the only one found. */
export function meantTemplate(
  templates: readonly ScriptTemplate[],
  query: string,
): ScriptTemplate | undefined {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return undefined;
  const named = templates.filter(({ name }) => name.toLowerCase() === wanted);
  if (named.length === 1) return named[0];
  const found = findTemplates(templates, query);
  return found.length === 1 ? found[0] : undefined;
}

function byOrigin(templates: readonly ScriptTemplate[], origin: ScriptTemplate['origin']) {
  return templates.filter((template) => template.origin === origin);
}

function searchedText({ name, description, language, ...template }: ScriptTemplate): string {
  const parameters = template.parameters.map((one) => `${one.name} ${one.label}`).join(' ');
  const words = [
    name,
    description,
    LANGUAGE_WORDS[language],
    parameters,
    template.changes_system ? 'changes the system' : 'reads only',
    template.needs_administrator ? 'administrator' : '',
  ];
  return words.join(' ').toLowerCase();
}
