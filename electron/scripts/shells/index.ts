import type { TemplateLanguage } from '../../../shared/domain/script-template.ts';
import { bash } from './bash.ts';
import { cmd } from './cmd.ts';
import { powershell } from './powershell.ts';
import type { Shell } from './shell.ts';

export const SHELLS: Readonly<Record<TemplateLanguage, Shell>> = { bash, cmd, powershell };
