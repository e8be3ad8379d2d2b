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
<script type="application/octet-stream" id="code" data-bytes="${script.bytes}">${script.deflated}</script>
<script>${new Markup(START)}</script>
</body>
</html>
`.source;
}

/** By this a file is known for a page of ours. */
export const GENERATOR = '<meta name="generator" content="kimtrip">';

/** An address of some claims shows them at once, and not first the page without them, which would jump. */
const EARLY = "if(location.hash.length>1)document.documentElement.className='waiting'";

/** Reads the script's base 85 (see `scripts/build/base85.js`) and inflates it; the policy allows it by the hash of what comes out. */
const START = [
  "const code=document.getElementById('code'),text=code.textContent,words=new DataView(new ArrayBuffer(text.length/5*4))",
  'for(let at=0,word=0;at<text.length;){const unit=text.charCodeAt(at);word=word*85+unit-40-(unit>60)-(unit>62);if(++at%5==0){words.setUint32(at/5*4-4,word);word=0}}',
  "new Response(new Blob([words.buffer.slice(0,code.dataset.bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text().then(code=>document.body.append(Object.assign(document.createElement('script'),{type:'module',textContent:code})))",
].join(';');

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
