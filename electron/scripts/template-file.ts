import { z } from 'zod';
import {
  type TemplateContent,
  templateContentSchema,
} from '../../shared/domain/script-template.ts';
import { AppError } from '../../shared/errors.ts';
import { LIMITS } from '../../shared/limits.ts';

const FORMAT = 'resolutionflow-script-templates';

/** Raised when a file of this version would be misread by an older app. */
const VERSION = 1;

const MOST_TEMPLATES = 500;

const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().positive(),
  templates: z.array(z.unknown()),
});

/** The text of a file that another installation can import. */
export function writeTemplateFile(templates: readonly TemplateContent[]): string {
  const text = `${JSON.stringify({ format: FORMAT, version: VERSION, templates }, null, 2)}\n`;
  // As the bridge will measure it when the file is exported, and when it is imported again.
  if (
    templates.length <= MOST_TEMPLATES &&
    Buffer.byteLength(JSON.stringify(text)) <= LIMITS.template_import
  ) {
    return text;
  }
  throw new AppError(
    'INVALID_INPUT',
    'These templates are too many for one file. Export some of them at a time.',
  );
}

/** Reads such a text. All of it is good, or `INVALID_INPUT` says what is not. */
export function readTemplateFile(text: string): TemplateContent[] {
  const head = headSchema.safeParse(parsed(text));
  if (!head.success) throw noTemplates();
  const { version, templates } = head.data;
  if (version > VERSION) {
    throw new AppError(
      'INVALID_INPUT',
      'These script templates were exported by a newer version of the app. Update this one first.',
    );
  }
  if (templates.length > MOST_TEMPLATES) {
    throw new AppError(
      'INVALID_INPUT',
      `This file holds ${templates.length} templates. Import up to ${MOST_TEMPLATES} at a time.`,
    );
  }
  return templates.map((template, index) => {
    const read = templateContentSchema.safeParse(template);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const place = issue === undefined ? '' : ` (${issue.path.map(String).join('.')})`;
    throw new AppError(
      'INVALID_INPUT',
      `Nothing was imported: template ${index + 1} of the file cannot be used. ${issue?.message ?? ''}${place}`,
    );
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw noTemplates();
  }
}

function noTemplates(): AppError {
  return new AppError(
    'INVALID_INPUT',
    'This file holds no script templates of ResolutionFlow, so nothing was imported. Choose a file that was exported here.',
  );
}
