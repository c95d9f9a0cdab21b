import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/scripts/library/index.ts';
import { parameter } from '../../../electron/scripts/library/parameter.ts';
import { renderScript, type Secrets } from '../../../electron/scripts/render.ts';
import { readValues } from '../../../electron/scripts/values.ts';
import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { ensureSystemPackages } from '../../runtime/system-packages.ts';

/** Scripts as they are copied, run by the real bash; they are written for Linux. */
const onLinux = describe.runIf(process.platform === 'linux');

function rendered(
  template: TemplateContent,
  values: Record<string, string>,
  secrets: Secrets = 'included',
): string {
  const { filled, problems } = readValues(template, values);
  expect(problems).toEqual([]);
  return renderScript(template, filled, secrets);
}

function shipped(name: string): TemplateContent {
  const template = SHIPPED[name];
  if (template === undefined) throw new Error(`no template ${name}`);
  return template;
}

function run(script: string, path = process.env.PATH) {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile'], {
    input: script,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, LC_ALL: 'C.UTF-8' },
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

/** Waits until a program has told something, and goes on to read what else it tells. */
function told(output: Readable, what: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      text += String(chunk);
      const found = what.exec(text);
      if (found !== null) resolve(found);
    });
    output.once('end', () => reject(new Error(`It never told ${what}: ${text}`)));
  });
}

let folder = '';
beforeAll(async () => {
  if (process.platform === 'linux') await ensureSystemPackages('bash_scripts');
  folder = mkdtempSync(join(tmpdir(), 'resolutionflow-scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onLinux('disk and memory', () => {
  test('reports what there is', () => {
    const home = join(folder, 'with space; and $(id)');
    mkdirSync(join(home, "it's big"), { recursive: true });
    writeFileSync(join(home, "it's big", 'file'), Buffer.alloc(3_000_000));
    const script = rendered(shipped('linux-disk-and-memory'), { Folder: home, Most: '2' });
    const { status, stdout, stderr } = run(script);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(`== Largest below ${home}`);
    expect(stdout).toMatch(/2\.9 MB {2}.*it's big/);
    expect(stdout).not.toContain('uid=');
  });

  test('says when there is no such folder', () => {
    const script = rendered(shipped('linux-disk-and-memory'), { Folder: '/no/such/folder' });
    expect(run(script).stdout).toContain('There is no folder /no/such/folder.');
  });
});

onLinux('a service', () => {
  /** Stands for systemd, which is not running here: writes down how it was called. */
  function withSystemd(exists: boolean): { path: string; calls: () => string } {
    const tools = mkdtempSync(join(folder, 'tools-'));
    const calls = join(tools, 'calls');
    writeFileSync(calls, '');
    const systemctl = `#!/bin/bash
echo "systemctl $*" >> ${calls}
case "$1" in cat) exit ${exists ? 0 : 1} ;; is-active) echo active ;; esac
`;
    writeFileSync(join(tools, 'systemctl'), systemctl, { mode: 0o755 });
    const journalctl = `#!/bin/bash\necho "journalctl $*" >> ${calls}\necho 'a log line'\n`;
    writeFileSync(join(tools, 'journalctl'), journalctl, { mode: 0o755 });
    return {
      path: `${tools}:${process.env.PATH}`,
      calls: () => execFileSync('cat', [calls], { encoding: 'utf8' }),
    };
  }

  test('is looked at without being touched', () => {
    const { path, calls } = withSystemd(true);
    const { status, stdout } = run(
      rendered(shipped('linux-service'), { ServiceName: 'nginx' }),
      path,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Before: active');
    expect(stdout).toContain('a log line');
    expect(calls()).not.toContain('restart');
    expect(calls()).toContain('journalctl --no-pager --unit=nginx --lines=20');
  });

  test('is restarted on request', () => {
    const { path, calls } = withSystemd(true);
    const values = { ServiceName: 'nginx', Restart: 'true' };
    expect(run(rendered(shipped('linux-service'), values), path).stdout).toContain('After: active');
    expect(calls()).toContain('systemctl restart -- nginx');
  });

  test('that is not there, or is no name, is left alone', () => {
    const { path, calls } = withSystemd(false);
    const values = { ServiceName: 'ngnix', Restart: 'true' };
    expect(run(rendered(shipped('linux-service'), values), path)).toMatchObject({ status: 1 });
    const odd = { ServiceName: 'a b; reboot', Restart: 'true' };
    const { status, stdout } = run(rendered(shipped('linux-service'), odd), path);
    expect(status).toBe(2);
    expect(stdout).toBe('Nothing was changed: a b; reboot is no name of a service.\n');
    expect(calls()).toBe('systemctl cat -- ngnix\n');
  });
});

onLinux('the certificate of a host', () => {
  test('is told with the days that are left', async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        certificate,
        '-days',
        '10',
        '-subj',
        '/CN=desk.example',
        '-addext',
        'subjectAltName=DNS:desk.example',
      ],
      { stdio: 'ignore' },
    );
    const server = spawn(
      'openssl',
      ['s_server', '-accept', 'localhost:0', '-key', key, '-cert', certificate],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    try {
      // It says on which port it listens as soon as it does.
      const port = (await told(server.stdout, /^ACCEPT .*:(\d+)$/m))[1] ?? '';
      const values = { TargetHost: 'localhost', Port: port };
      const { status, stdout } = run(rendered(shipped('certificate-expiry'), values));
      expect(status).toBe(0);
      expect(stdout).toContain('desk.example');
      expect(stdout).toMatch(/Days left: (?:9|10)\n/);
      expect(stdout).toContain('WARNING: fewer than 30 days are left.');
    } finally {
      server.kill();
    }
    const closed = run(
      rendered(shipped('certificate-expiry'), { TargetHost: 'localhost', Port: '9' }),
    );
    expect(closed).toMatchObject({
      status: 1,
      stdout: 'localhost shows no certificate on port 9.\n',
    });
  });
});

onLinux('a script that asks', () => {
  const template: TemplateContent = {
    name: "Log in $(id) `id`\n'; id #",
    language: 'bash',
    description: '',
    body: '#!/bin/bash\nprintf "<%s> <%s>\\n" "$Account" "$Secret"\nexit 3\n',
    parameters: [
      parameter('Account', 'string', 'Account', { required: true }),
      parameter('Secret', 'password', "Pass'word $(id)"),
    ],
    changes_system: false,
    undo: '',
    needs_administrator: false,
  };

  /** What is typed once the terminal shows what it waits for. */
  type Typed = readonly [shows: RegExp, text: string];
  const PROMPT = /: $/;

  /** Bash on a terminal of its own. */
  async function onTerminal(command: string, typed: readonly Typed[]): Promise<string> {
    const terminal = spawn('script', ['-qec', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, PS1: '', LC_ALL: 'C.UTF-8' },
    });
    const ended = once(terminal, 'close');
    let output = '';
    terminal.stdout.setEncoding('utf8');
    terminal.stdout.on('data', (text) => {
      output += text;
    });
    for (const [shows, text] of typed) {
      await expect.poll(() => output).toMatch(shows);
      // The prompt is there a moment before the terminal stops to show what is typed.
      await setTimeout(500);
      terminal.stdin.write(text);
    }
    await Promise.race([ended, setTimeout(30_000).then(() => terminal.kill())]);
    return output;
  }

  test('keeps the interpreter first and has nothing of the name but plain words', () => {
    const script = rendered(template, { Account: 'anna', Secret: "it's" });
    expect(script.split('\n').slice(0, 5)).toEqual([
      '#!/bin/bash',
      '# Filled in by ResolutionFlow from: Log in (id) id id',
      '(',
      "Account='anna'",
      "Secret='it'\\''s'",
    ]);
    expect(run(script)).toMatchObject({ status: 3, stdout: "<anna> <it's>\n" });
  });

  test('gets the secret from the terminal, unseen, from a file', async () => {
    const file = join(folder, 'asks.sh');
    writeFileSync(file, rendered(template, { Account: 'anna' }));
    const output = await onTerminal(`bash ${file}`, [[PROMPT, 'Kettle\\41 blue\n']]);
    expect(output).toContain('<anna> <Kettle\\41 blue>');
    expect(output.split('Kettle')).toHaveLength(2);
  });

  test('gets it when it is pasted, and not the next line of the script', async () => {
    const script = rendered(template, { Account: 'anna', Secret: 'Kettle-41' }, 'covered');
    expect(script).toContain('(secret)');
    const command = 'bash --norc --noprofile --noediting -i';
    const output = await onTerminal(command, [
      [/^/, script],
      [PROMPT, 'blue-72\n'],
      [/<blue-72>/, 'exit\n'],
    ]);
    expect(output).toContain('<anna> <blue-72>');
  });

  test('stops where there is no terminal to ask at', () => {
    const script = rendered(template, { Account: 'anna' });
    const { status, stdout } = spawnSync('setsid', ['--wait', 'bash', '--norc', '--noprofile'], {
      input: script,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
  });
});
