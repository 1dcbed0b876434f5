#!/usr/bin/env node
/**
 * `npx alliance-elements COMMAND …`. A command is a module of dist/npm/tools that has `summary`, `help` and `run(args)`,
 * which gives the exit code or a promise of it.
 */
const commands = {
  prerender: () => import('../dist/npm/tools/prerender.js'),
  doctor: () => import('../dist/npm/tools/doctor.js'),
};

const [name = '--help', ...args] = process.argv.slice(2);
if (Object.hasOwn(commands, name)) {
  process.exitCode = await (await commands[name]()).run(args);
} else {
  const lines = ['alliance-elements COMMAND …, or alliance-elements COMMAND --help', ''];
  for (const [each, load] of Object.entries(commands)) lines.push(`  ${each.padEnd(12)}${(await load()).summary}`);
  const isHelp = name === '--help' || name === '-h';
  if (!isHelp) lines.unshift(`There is no command "${name}".`, '');
  process[isHelp ? 'stdout' : 'stderr'].write(`${lines.join('\n')}\n`);
  process.exitCode = isHelp ? 0 : 1;
}
