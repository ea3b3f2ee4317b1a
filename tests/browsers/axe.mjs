// axe-core, level AAA and good practice.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22a', 'wcag22aa', 'wcag22aaa', 'best-practice'];
// Off by default in axe. Both contrast rules are needed: the AAA one passes text under 4.5:1 and leaves it to the AA one.
const ALSO = ['color-contrast', 'color-contrast-enhanced', 'target-size', 'identical-links-same-purpose', 'meta-refresh-no-exceptions', 'label-content-name-mismatch', 'css-orientation-lock', 'p-as-heading', 'table-fake-caption', 'td-has-header'];

// « Cannot tell » about a contrast counts as a fault, except for single characters, which axe never tells.
export async function axe(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(AXE);
  const result = await page.evaluate(async ({ tags, also }) => {
    const values = [...new Set([...axe.getRules(tags).map((rule) => rule.ruleId), ...also])];
    const { violations, incomplete, passes } = await axe.run(document, { runOnly: { type: 'rule', values }, resultTypes: ['violations', 'incomplete'], preload: false });
    const flat = (list) => list.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ id, help, where: node.target.join(' '), key: node.any[0]?.data?.messageKey ?? '', why: node.any[0]?.message ?? node.all[0]?.message ?? '' })));
    return { violations: flat(violations), unknown: flat(incomplete.filter(({ id }) => id.startsWith('color-contrast'))), passes: passes.length };
  }, { tags: TAGS, also: ALSO });
  if (!result.passes) throw new Error('axe looked at nothing');
  const unknown = result.unknown.filter(({ key }) => !/shortTextContent|nonBmp/.test(key));
  return [...result.violations, ...unknown].map(({ id, help, where, why }) => ({ rule: `axe:${id}`, message: `${help} — ${where} ${why.slice(0, 140)}` }));
}
