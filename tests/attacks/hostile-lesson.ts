import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCourse } from '../../src/course/course.ts';

const fence = (language: string, ...lines: string[]) => [`\`\`\`${language}`, ...lines, '```'].join('\n');

/** A lesson that wants to run scripts (`window.hit`), to load from `host`, and to change what stands around it. */
export function hostileText(host: string): string {
  const at = (name: string) => `http://${host}/${name}`;
  return [
    `---\ntitle: "</script><script>window.hit=1</script>"\ndescription: "\\"><img src=${at('meta')}>"\nauthor: "<img src=${at('author')}>"\n---`,
    `# One <script>window.hit=2</script> <img src="${at('h1')}" onerror="window.hit=3">`,
    `## Two\n{: background="${at('background')}"}`,
    `![a](${at('figure')}) ![b](//${host}/relative) ![c](\\\\\\\\${host}\\\\back) ![d](/\\\\${host}/slash)`,
    `![e](http:${host}/none "x")\n\n![f](<http:/${host}/one>)\n\n<img src="http:&#47;&#47;${host}/entity" srcset="${at('set')} 2x">`,
    `<img src="ht\ntp://${host}/newline"> <input type="image" src="${at('input')}"> <image href="${at('image')}"></image>`,
    `<link rel="preconnect" href="${at('')}"><link rel="prefetch" href="${at('prefetch')}"><link rel="stylesheet" href="${at('css')}">`,
    `<link rel="dns-prefetch" href="${at('')}"><meta http-equiv="refresh" content="0;url=${at('refresh')}"><base href="${at('')}">`,
    `<div style="background:url(${at('style')})">x</div><style>@import "${at('import')}"; body{background:url(${at('body')})}</style>`,
    `<video poster="${at('poster')}" src="${at('video')}" autoplay></video><audio src="${at('audio')}" autoplay></audio><track src="${at('track')}">`,
    `<iframe src="${at('frame')}"></iframe><object data="${at('object')}"></object><embed src="${at('embed')}">`,
    `<svg><image href="${at('svg')}"/><use href="${at('use.svg#a')}"/><script>window.hit=4</script><animate onbegin="window.hit=5"/></svg>`,
    `<form action="${at('form')}"><button autofocus onfocus="window.hit=6">x</button></form><details open ontoggle="window.hit=7">x</details>`,
    `## Three\n\n[a](javascript:window.hit=8) <a href="JaVa&#9;Script:window.hit=9" ping="${at('ping')}">b</a> [c](data:text/html,<script>1</script>)`,
    `[d](<vbscript:x>) [![e](x.png)](javascript:window.hit=10)\n\n![f](javascript:window.hit=11)\n\n$\\href{javascript:window.hit=12}{x}$ $\\includegraphics{${at('tex')}}$`,
    fence(
      'console',
      `$ echo '</script><script>window.hit=13</script>' "><img src=${at('command')}>`,
      '</script><!--',
    ),
    fence(`html" onclick="window.hit=14`, `<img src=${at('code')} onerror=window.hit=15>`),
    '## Four\n\n![own](figure.svg)\n\n[the file](figure.svg)',
    ...hostileDiagrams(at).map((lines) => `## D\n\n${fence('mermaid', ...lines)}`),
    '## Last\n\n- x',
  ].join('\n\n');
}

function hostileDiagrams(at: (name: string) => string): string[][] {
  return [
    ['flowchart LR', ` A@{ img: "${at('img')}", label: "x" }`],
    ['flowchart LR', ` A@{ label: &k img, *k : "${at('alias')}" }`],
    ['sequenceDiagram', ' A->>B: x', ` properties A: {"icon": "${at('icon')}"}`],
    ['sequenceDiagram', ` A->>B: <img src='${at('label')}' onerror=window.hit=16> $$x$$`],
    ['stateDiagram-v2', ' A: x', ` classDef b fill:url(${at('state.svg#a')})`, ' class A b'],
    ['stateDiagram-v2', ' A: x', ` classDef b mask:u\\72l(${at('escape.svg#a')})`, ' class A b'],
    [
      `%%{init: {"themeCSS": "@import url(${at('theme')})", "securityLevel": "loose", "htmlLabels": true}}%%`,
      'flowchart LR',
      ' A',
    ],
    ['---', 'config:', `  fontFamily: "x; } @import '${at('font')}'; a {"`, '---', 'flowchart LR', ' A'],
    [
      'flowchart LR',
      ` A["<img src='${at('html')}' onerror='window.hit=17'>"]`,
      ` click A href "javascript:window.hit=18"`,
    ],
    ['flowchart LR', ` A["$$\\includegraphics{${at('katex')}}$$"]`, ' click A call hit()'],
    ['C4Context', ` Person(a, "C", "d", $sprite="${at('sprite')}", $link="javascript:window.hit=19")`],
    ['flowchart LR', ' Drawn --> Before'],
  ];
}

/** Writes the lesson into a course's folder, with a picture and a drawn diagram of its author's. */
export function writeHostileLesson(course: string, host: string): string {
  const folder = join(course, 'lesson');
  mkdirSync(join(folder, 'diagrams'), { recursive: true });
  const page = join(folder, 'index.md');
  writeFileSync(page, hostileText(host));
  const picture = hostilePicture(host);
  writeFileSync(join(folder, 'figure.svg'), picture);
  const { diagrams } = loadCourse(page).lessons[0]!.lesson;
  writeFileSync(join(folder, 'diagrams', `${diagrams.at(-1)!.id}.svg`), picture);
  return page;
}

function hostilePicture(host: string): string {
  const at = (name: string) => `http://${host}/${name}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="x" viewBox="0 0 90 90" onload="window.hit=20">
<style>@import "${at('own-import')}"; #x ~ *, ~ *, + *, :root, body, * ~ * { fill: rgb(1, 2, 3); color: rgb(1, 2, 3); visibility: hidden }
rect { fill: url(${at('own.svg#a')}); mask: u&amp;rl(/&amp;/${host}/amp.svg#a) }</style>
<script>window.hit=21</script><script href="${at('own-script')}"/><image href="${at('own-image')}" width="9" height="9"/>
<use xlink:href="${at('own-use.svg#a')}"/><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${at('own-foreign')}"/></foreignObject>
<a href="javascript:window.hit=22"><rect width="90" height="90" onclick="window.hit=23"/></a><animate attributeName="x" onbegin="window.hit=24" dur="1s"/>
</svg>`;
}
