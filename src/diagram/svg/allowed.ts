/** SVG that only draws. Whatever is not here is dropped with all that it holds, `a` and `switch` aside. */
export const drawingElements = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['marker', 'clipPath', 'mask', 'pattern', 'linearGradient', 'radialGradient', 'stop', 'filter'],
  ...[
    'feDropShadow',
    'feGaussianBlur',
    'feOffset',
    'feMerge',
    'feMergeNode',
    'feFlood',
    'feComposite',
    'feBlend',
  ],
]);

/** Elements whose children are kept without them. */
export const transparentElements = new Set(['a', 'switch']);

/** Attributes that draw, whose values are numbers, colours, keywords or lists of them. */
const drawingAttributes = new Set([
  ...['id', 'class', 'viewBox', 'preserveAspectRatio', 'transform', 'd', 'points', 'pathLength'],
  ...[
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'dx',
    'dy',
    'fx',
    'fy',
    'width',
    'height',
  ],
  ...[
    'refX',
    'refY',
    'markerWidth',
    'markerHeight',
    'markerUnits',
    'orient',
    'rotate',
    'textLength',
    'lengthAdjust',
  ],
  ...[
    'gradientUnits',
    'gradientTransform',
    'spreadMethod',
    'patternUnits',
    'patternTransform',
    'clipPathUnits',
  ],
  ...[
    'maskUnits',
    'filterUnits',
    'offset',
    'in',
    'in2',
    'result',
    'operator',
    'mode',
    'stdDeviation',
    'startOffset',
  ],
  ...['data-look', 'data-et', 'data-id', 'data-node'],
]);

/** Properties that draw, as attributes and in style sheets. Nothing that loads, moves or covers the page. */
const drawingProperties = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'clip-path', 'mask', 'filter', 'opacity', 'color'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stop-color', 'stop-opacity', 'flood-color', 'flood-opacity'],
  ...[
    'marker',
    'marker-start',
    'marker-mid',
    'marker-end',
    'paint-order',
    'vector-effect',
    'shape-rendering',
  ],
  ...['font', 'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'word-spacing'],
  ...['text-anchor', 'text-decoration', 'text-transform', 'dominant-baseline', 'alignment-baseline'],
  ...['baseline-shift', 'white-space', 'display', 'visibility', 'mix-blend-mode', 'rx', 'ry'],
]);

/** Whether a property may stand in the picture. */
export function isDrawingProperty(name: string): boolean {
  return drawingProperties.has(name);
}

/** Whether an attribute may stand in the picture; `href` and `style` are dealt with apart. */
export function isDrawingAttribute(name: string): boolean {
  return drawingAttributes.has(name) || drawingProperties.has(name);
}

/**
 * Whether a value stays inside the picture: no address but a part of it, nothing that could hide one, nothing
 * open that would take in what follows it.
 */
export function isHarmlessValue(value: string): boolean {
  if (/[\\<>{}@;&\0-\x08\x0b\x0c\x0e-\x1f]|\/\*/.test(value) || !isClosed(value)) return false;
  const withoutParts = value.replace(/url\(\s*["']?#[\w:.-]+["']?\s*\)/gi, '');
  return !/url\s*\(|image-set|image\s*\(|src\s*\(|expression|javascript:|data:|\/\//i.test(withoutParts);
}

/** Whether each quote and each bracket has its other half. */
function isClosed(value: string): boolean {
  const bare = value.replace(/"[^"\n\r]*"|'[^'\n\r]*'/g, '');
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || character === '"' || character === "'") return false;
  }
  return depth === 0;
}
