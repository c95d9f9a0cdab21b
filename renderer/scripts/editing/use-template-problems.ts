import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors.ts';
import { invoke } from '../../bridge/client.ts';
import { contentOf, type TemplateDraft } from './template-draft.ts';

/** Milliseconds without a change before the template is looked over. */
const SETTLED_AFTER = 350;

interface TemplateProblems {
  /** Of the script and its parameters together. */
  readonly problems: CallOutput<'templates.problems'>;
  /** Of single fields, by path; while there are any, the script is not looked over. */
  readonly fields: Readonly<Record<string, string>>;
}

const NONE: TemplateProblems = { problems: [], fields: {} };

/** What is wrong with a template as it is being written, a moment after the last change. */
export function useTemplateProblems(draft: TemplateDraft): TemplateProblems {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    let current = true;
    const ask = () => {
      const content = contentOf(draft);
      // A template without a name can be looked over all the same; saving it asks for one.
      const name = content.name.trim() || 'Script';
      invoke('templates.problems', { content: { ...content, name } }).then(
        (problems) => current && setFound({ problems, fields: {} }),
        (error: unknown) => current && setFound({ problems: [], fields: fieldsOf(error) }),
      );
    };
    const timer = setTimeout(ask, SETTLED_AFTER);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft]);
  return found;
}

/** What was refused, by path; nothing where the failure is not about the fields. */
export function fieldsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof AppError) || error.code !== 'INVALID_INPUT') return {};
  const fields = error.details?.fields;
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
