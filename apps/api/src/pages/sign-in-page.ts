import type { Words } from '@soquy/kernel';
import { markup, type Markup } from './markup.js';
import { layout } from './layout.js';
import { told, word, type View } from './view.js';

/** The form of a name and a password; `problem` says why the last attempt did not succeed. */
export function signInPage(view: View, next: string | undefined, username = '', problem?: Words): Markup {
  return layout(
    view,
    word(view, 'signIn'),
    markup`<section class="sign" aria-labelledby="sign-in"><h1 id="sign-in">${word(view, 'signIn')}</h1>
${problem && markup`<p class="bad" role="alert">${told(view, problem)}</p>`}
<form method="post" action="/sign-in">
${next && markup`<input type="hidden" name="next" value="${next}">`}
<label for="username">${word(view, 'username')}</label>
<input id="username" name="username" autocomplete="username" required maxlength="63" autocapitalize="none" spellcheck="false" value="${username}">
<label for="password">${word(view, 'password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
<button>${word(view, 'signIn')}</button>
</form></section>`,
  );
}
