import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { FactRow } from '../../../../renderer/knowledge/fact-row.tsx';
import { TooltipProvider } from '../../../../renderer/ui/tooltip.tsx';
import type { Fact } from '../../../../shared/domain/fact.ts';
import { someFact } from './some-fact.ts';

vi.mock('../../../../renderer/bridge/queries.ts', () => ({
  useCall: () => ({ error: null, isPending: false, mutate() {}, reset() {} }),
}));

function row(fact: Partial<Fact>, { open = true, isTabStop = false } = {}): string {
  return renderToStaticMarkup(
    <TooltipProvider>
      <FactRow
        fact={someFact({ id: 1, text: 'The lease of 10.0.4.21 ran out.', ...fact })}
        names={[]}
        unsupported={[]}
        attachments={[]}
        open={open}
        isTabStop={isTabStop}
        selected={false}
        onSelect={() => {}}
        onToggleAudience={() => {}}
      />
    </TooltipProvider>,
  );
}

it('names each control by the fact it is of', () => {
  const html = row({});
  for (const control of ['Role of', 'Audience of', 'Edit fact', 'Delete fact', 'Select fact']) {
    expect(html).toContain(`aria-label="${control}: The lease of 10.0.4.21 ran out."`);
  }
});

it('shows source, role and audience in words, and no name of a type', () => {
  const html = row({ source_type: 'user_report', role: 'cause' });
  expect(html).toMatch(/>User said</);
  expect(html).toMatch(/>Cause</);
  expect(html).toMatch(/>Internal</);
  expect(html).toContain('Holds an address: add a customer wording');
  expect(html.replace(/class="[^"]*"/g, '')).not.toContain('user_report');
});

it('shows the customer wording with the fact', () => {
  const html = row({ customer_wording: 'The address had expired.' });
  expect(html).toContain('Customer: The address had expired.');
  expect(html).not.toContain('add a customer wording');
});

it('is one stop for Tab with all of its controls, or none', () => {
  expect(row({}, { isTabStop: true })).not.toContain('tabindex="-1"');
  expect(row({})).not.toContain('tabindex="0"');
});

it('has nothing to press in a closed session', () => {
  expect(row({}, { open: false })).not.toContain('<button');
});
