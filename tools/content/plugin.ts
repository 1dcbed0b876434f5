import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'rollup';
import { original } from '../rollup/copies.js';
import { checkContent, languageAsked, type Content } from './check.js';
import { ContentError } from './read.js';

/**
 * Turns an import of a file in `content/` into a module with what the widgets get of it. Rollup, the test runner and
 * Storybook all use this one plugin, so a mistake in a content file stops each of them alike.
 *
 * @param root - The `content` folder.
 * @param language - The language of the words; `CONTENT_LANGUAGE` in the environment sets it for a whole build.
 */
export function content(root: string, language = languageAsked): Plugin {
  let checked: Content | undefined;
  let checkedAt = 0;

  return {
    name: 'alliance-content',
    buildStart() {
      checked = undefined;
    },
    // `load` and not `transform`, so that no other plugin takes the file for JSON or for an asset first.
    load(id) {
      // A part of a file is asked for by name: `organisations.yaml?past`. Other queries are some tool's own.
      const [file = id, query] = original(id).split('?');
      const path = relative(root, file).split(sep).join('/');
      if (path.startsWith('..') || !/\.(yaml|json)$/.test(path)) return null;
      this.addWatchFile?.(file);
      try {
        const changed = statSync(join(root, path)).mtimeMs;
        if (!checked || changed > checkedAt) {
          checked = checkContent(root, language);
          checkedAt = Date.now();
        }
      } catch (error) {
        if (error instanceof ContentError) this.error(`\n${error.message}`);
        throw error;
      }
      const found = checked.get(`${path}?${query}`) ?? checked.get(path);
      if (found === undefined)
        this.error(`\ncontent/ has no ${path.replace(/^en\//, '')} in the language ${language}.`);
      return { code: `export default ${JSON.stringify(found)};`, map: { mappings: '' } };
    },
    // How dates and numbers are written, and what the widgets say that their words are in.
    transform(code, id) {
      if (language === 'en-GB' || !/\/src\/[^?]*\.[jt]s$/.test(id)) return null;
      return { code: code.replace(/(['"])en-GB\1/g, JSON.stringify(language)), map: null };
    },
  };
}
