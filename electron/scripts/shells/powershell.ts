import { quoteForPowerShell } from '../quoting/powershell.ts';
import { type PlainValue, plainComment, type Shell } from './shell.ts';

/** Windows PowerShell 5.1 and later. A secret is a `SecureString`, typed in or asked for. */
export const powershell: Shell = {
  comment: (text) => `# ${plainComment(text)}`,
  assign: (name, value) => `$${name} = ${literal(value)}`,
  ask: (name, prompt) => [
    `$${name} = Read-Host -AsSecureString -Prompt ${quoteForPowerShell(plainComment(prompt))}`,
  ],
  block: (lines) => ['& {', ...lines, '}'],
};

function literal(value: PlainValue): string {
  switch (value.kind) {
    case 'none':
      return '$null';
    case 'number':
      return value.digits;
    case 'switch':
      return value.on ? '$true' : '$false';
    case 'secret':
      return `ConvertTo-SecureString -String ${quoteForPowerShell(value.text)} -AsPlainText -Force`;
    case 'text':
      return quoteForPowerShell(value.text);
  }
}
