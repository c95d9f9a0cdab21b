import { describe, expect, test } from 'vitest';
import {
  findTemplates,
  groupTemplates,
  meantTemplate,
} from '../../../../renderer/scripts/library/template-search.ts';
import { someParameter, someTemplate } from './some-template.ts';

const dns = someTemplate({ key: 'shipped/dns', origin: 'shipped', name: 'Flush DNS' });
const service = someTemplate({ name: 'Restart a service', changes_system: true });
const linux = someTemplate({
  key: 'own/2',
  name: 'Disk',
  language: 'bash',
  description: 'Restarts nothing',
  parameters: [someParameter({ name: 'Mount', label: 'Where it is mounted' })],
});
const all = [dns, service, linux];
const names = (query: string) => findTemplates(all, query).map(({ name }) => name);

describe('the search for templates', () => {
  test('finds all without a word, in their order', () => {
    expect(names('  ')).toEqual(['Flush DNS', 'Restart a service', 'Disk']);
  });

  test('finds by each word, in any order and writing', () => {
    expect(names('SERVICE restart')).toEqual(['Restart a service']);
    expect(names('service nowhere')).toEqual([]);
  });

  test('puts names before what stands elsewhere', () => {
    expect(findTemplates([linux, service], 'restart')).toEqual([service, linux]);
  });

  test('knows languages, parameters and what a template does to the system', () => {
    expect(names('bash')).toEqual(['Disk']);
    expect(names('mounted')).toEqual(['Disk']);
    expect(names('changes')).toEqual(['Restart a service']);
    expect(names('reads only dns')).toEqual(['Flush DNS']);
  });
});

test('templates made here stand first, and headings without templates are left out', () => {
  expect(groupTemplates(all).map(({ label, templates }) => [label, templates.length])).toEqual([
    ['Made here', 2],
    ['Came with the app', 1],
  ]);
  expect(groupTemplates([dns]).map(({ origin }) => origin)).toEqual(['shipped']);
});

describe('what a search means', () => {
  test('is the template of that name, though others hold the words too', () => {
    const longer = someTemplate({ key: 'own/3', name: 'Flush DNS and more' });
    expect(meantTemplate([longer, dns], 'flush dns')).toBe(dns);
  });

  test('is the only one found, and nothing where there is a choice or no word', () => {
    expect(meantTemplate(all, 'disk')).toBe(linux);
    expect(meantTemplate(all, 'restart')).toBeUndefined();
    expect(meantTemplate([dns], ' ')).toBeUndefined();
  });
});
