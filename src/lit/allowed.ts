import { own } from './own.js';
import { policy } from './policy.js';

/**
 * Where the page asks for trusted values and does not allow our policy's name, the browser refuses this and says why.
 * What imports this first stops there, before a tag of ours loses what the host put inside it.
 */
(own('createElement', 'script') as HTMLScriptElement).src = policy?.createScriptURL('') ?? '';
