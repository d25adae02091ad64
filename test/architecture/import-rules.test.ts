import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { importRules } from './import-rules';
import { knownExceptions } from './known-exceptions';
import { samples } from './samples';

const root = fileURLToPath(new URL('../..', import.meta.url));

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

type Cruised = { readonly sources: readonly string[]; readonly broken: readonly string[] };

/** Follows every import under `src` of this folder: which modules it saw, and `rule: from -> to` of each broken rule. */
async function follow(
  folder: string,
  forbidden: readonly IForbiddenRuleType[] = importRules,
): Promise<Cruised> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: [...forbidden] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'types', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
      },
    },
    { alias: { '@shared': path.join(folder, 'src/shared') } },
  );
  const { modules, summary } = Report.parse(output);
  return {
    sources: modules.map(({ source }) => source).filter((source) => source.startsWith('src/')),
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
  };
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'concord-imports-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

test('every import in src keeps the rules', async () => {
  const { sources, broken } = await follow(root);
  expect(sources.length).toBeGreaterThanOrEqual(300);
  for (const part of ['shared/ledger', 'renderer/features', 'main/journal', 'preload', 'cli'])
    expect(sources.filter((source) => source.startsWith(`src/${part}/`)).length, part).toBeGreaterThan(0);
  expect(broken).toEqual([...knownExceptions].sort());
});

test('each rule fires on a sample that breaks it, and the sound sample breaks none', async () => {
  expect(Object.keys(samples.broken).sort()).toEqual(importRules.map(({ name }) => name).sort());
  const sound = await follow(await folderWith(samples.sound));
  expect(sound.sources.length).toBe(Object.keys(samples.sound).length);
  expect(sound.broken).toEqual([]);

  for (const [name, files] of Object.entries(samples.broken)) {
    const { broken } = await follow(await folderWith({ ...samples.sound, ...files }));
    expect(
      broken.some((line) => line.startsWith(`${name}: `)),
      `${name} in ${JSON.stringify(broken)}`,
    ).toBe(true);
  }
});
