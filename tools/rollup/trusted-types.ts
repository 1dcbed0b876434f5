import type { Plugin } from 'rollup';

/**
 * Gives the bundled Lit a Trusted Types policy of our own name, so that a strict host has one name to allow and another
 * Lit on the page keeps `lit-html` to itself. A second copy of us, whose policy the page refuses, then does without:
 * its tags are defined already, so it renders nothing. See docs/decisions/0005-loading.md.
 */
export function trustedTypesPolicy(name: string): Plugin {
  const creation = /([\w$]+)\.createPolicy\("lit-html",(\{createHTML:[^}]*\})\)/;
  return {
    name: 'alliance-trusted-types',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!creation.test(code)) this.error('Lit no longer creates its policy in the way this plugin knows');
      const guarded = `(()=>{try{return $1.createPolicy(${JSON.stringify(name)},$2)}catch{}})()`;
      return { code: code.replace(creation, guarded), map: null };
    },
  };
}
