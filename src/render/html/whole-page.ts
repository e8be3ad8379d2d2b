import { createHash } from 'node:crypto';
import { PAGE_ASSETS, type PackedScript } from '../../generated/page-assets.js';
import { html, Markup } from './markup.ts';

/** What a page has of its own. */
export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** More for the head. */
  readonly head?: Markup;
  readonly body: Markup;
  /** Scripts that stand in the body. */
  readonly inline?: readonly string[];
  /** What the script works on, as `packPageData` packs it. */
  readonly data: string;
  readonly script: PackedScript;
}

/**
 * One HTML page that needs nothing else. Its content security policy (CSP Level 3) allows the page's own scripts and style by their
 * hashes, and no request.
 */
export function wholePage({ title, description, head, body, inline = [], data, script }: PageParts): string {
  const { style } = PAGE_ASSETS;
  const policy = [
    "default-src 'none'",
    `script-src ${[...[EARLY, ...inline, START].map(hashOf), script.hash].map((hash) => `'${hash}'`).join(' ')}`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${new Markup(GENERATOR)}
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="twitter:card" content="summary">
<link rel="icon" href="data:,">
${head ?? null}<style>${new Markup(style)}</style>
<script>${new Markup(EARLY)}</script>
</head>
<body>
${body}
<script type="application/octet-stream" id="data">${data}</script>
<script type="application/octet-stream" id="code">${script.deflated}</script>
<script>${new Markup(START)}</script>
</body>
</html>
`.source;
}

/** By this a file is known for a page of ours. */
export const GENERATOR = '<meta name="generator" content="kimtrip">';

/** An address of some claims shows them at once, and not first the page without them, which would jump. */
const EARLY = "if(location.hash.length>1)document.documentElement.className='waiting'";

/** Inflates the script; the policy allows it by the hash of what comes out. */
const START = `new Response(new Blob([Uint8Array.from(atob(document.getElementById('code').textContent),c=>c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text().then(code=>document.body.append(Object.assign(document.createElement('script'),{type:'module',textContent:code})))`;

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
