import { describe, expect, it } from 'vitest';
import { diagramFont, longestDiagram, makeMermaidOptions } from './mermaid-options.ts';
import { palette } from './palette.ts';

const options = makeMermaidOptions();
const variables = options.themeVariables;
const colours = new Set<string>(Object.values(palette));

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function measureContrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(measureLuminance).sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function measureLuminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe('what Mermaid is started with', () => {
  it('runs nothing of a diagram, by itself, or in HTML', () => {
    expect(options).toMatchObject({
      ...{ startOnLoad: false, securityLevel: 'strict', htmlLabels: false, flowchart: { htmlLabels: false } },
      ...{
        maxTextSize: longestDiagram,
        suppressErrorRendering: true,
        deterministicIds: true,
        layout: 'dagre',
      },
    });
  });

  it.each([
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
    ...['theme', 'themeVariables', 'themeCSS', 'fontFamily', 'htmlLabels', 'layout', 'deterministicIds'],
  ])('a diagram does not change %s', (key) => {
    expect(options.secure).toContain(key);
  });

  it('is measured in the face that it is drawn in', () => {
    expect([options.fontFamily, variables['fontFamily']]).toEqual([diagramFont, diagramFont]);
    expect(diagramFont).toMatch(/^'Atkinson Hyperlegible Next', .*sans-serif$/);
  });

  it.each([
    ['flowchart', { useMaxWidth: true, nodeSpacing: 20, rankSpacing: 32, padding: 10 }],
    ['state', { nodeSpacing: 32, rankSpacing: 30 }],
    ['sequence', { width: 120, height: 40, actorMargin: 60, messageMargin: 26, mirrorActors: false }],
    ['sequence', { actorFontSize: 18, messageFontSize: 18, noteFontSize: 18 }],
  ] as const)('a %s fits on a slide: %o', (kind, sizes) => {
    expect(options[kind]).toMatchObject(sizes);
  });
});

/** Text, and what it stands on. */
const legible: [string, string][] = [
  ...(['textColor', 'titleColor', 'noteTextColor', 'errorTextColor'].map((name) => [name, 'background']) as [
    string,
    string,
  ][]),
  ['primaryTextColor', 'primaryColor'],
  ['secondaryTextColor', 'secondaryColor'],
  ['tertiaryTextColor', 'tertiaryColor'],
  ['nodeTextColor', 'nodeBkg'],
  ['nodeTextColor', 'mainBkg'],
  ['textColor', 'clusterBkg'],
  ['textColor', 'edgeLabelBackground'],
  ['noteTextColor', 'noteBkgColor'],
  ['errorTextColor', 'errorBkgColor'],
  ['actorTextColor', 'actorBkg'],
  ['labelTextColor', 'labelBoxBkgColor'],
  ['loopTextColor', 'background'],
  ['signalTextColor', 'background'],
  ['sequenceNumberColor', 'signalColor'],
  ['labelColor', 'altBackground'],
  ['transitionLabelColor', 'labelBackgroundColor'],
  ['stateLabelColor', 'stateBkg'],
  ['classText', 'compositeBackground'],
  ['classText', 'compositeTitleBackground'],
  ['relationLabelColor', 'relationLabelBackground'],
  ['requirementTextColor', 'requirementBackground'],
  ['textColor', 'attributeBackgroundColorOdd'],
  ['textColor', 'attributeBackgroundColorEven'],
  ['textColor', 'rowOdd'],
  ['textColor', 'rowEven'],
  ['textColor', 'personBkg'],
  ['taskTextColor', 'taskBkgColor'],
  ['taskTextLightColor', 'taskBkgColor'],
  ['taskTextDarkColor', 'activeTaskBkgColor'],
  ['taskTextDarkColor', 'doneTaskBkgColor'],
  ['taskTextDarkColor', 'critBkgColor'],
  ['taskTextOutsideColor', 'sectionBkgColor'],
  ['taskTextOutsideColor', 'sectionBkgColor2'],
  ['taskTextClickableColor', 'altSectionBkgColor'],
  ['pieTitleTextColor', 'background'],
  ['pieSectionTextColor', 'pie0'],
  ['pieLegendTextColor', 'background'],
  ...[1, 2, 3, 4].map((at): [string, string] => [`quadrant${at}TextFill`, `quadrant${at}Fill`]),
  ['quadrantPointTextFill', 'quadrant2Fill'],
  ['quadrantXAxisTextFill', 'background'],
  ['quadrantYAxisTextFill', 'background'],
  ['quadrantTitleFill', 'background'],
  ['commitLabelColor', 'commitLabelBackground'],
  ['tagLabelColor', 'tagLabelBackground'],
  ['vennTitleTextColor', 'background'],
  ['scaleLabelColor', 'cScale0'],
];

/** Lines and edges, which are seen on the paper. */
const seen = [
  ...['primaryBorderColor', 'secondaryBorderColor', 'lineColor', 'arrowheadColor', 'border1', 'nodeBorder'],
  ...['defaultLinkColor', 'noteBorderColor', 'actorBorder', 'actorLineColor', 'signalColor'],
  ...['labelBoxBorderColor', 'activationBorderColor', 'transitionColor', 'innerEndBackground'],
  ...['specialStateColor', 'relationColor', 'requirementBorderColor', 'personBorder', 'todayLineColor'],
  ...['taskBorderColor', 'activeTaskBorderColor', 'doneTaskBorderColor', 'critBorderColor', 'vertLineColor'],
  ...['quadrantPointFill', 'archEdgeColor', 'archEdgeArrowColor', 'tagLabelBorder', 'vennSetTextColor'],
  ...['secondaryTextColor', 'quadrantExternalBorderStrokeFill'],
];

/** Quiet lines and grounds. */
const quiet = [
  ...['tertiaryBorderColor', 'border2', 'clusterBorder', 'activationBkgColor', 'compositeBorder'],
  ...['excludeBkgColor', 'gridColor', 'pieOuterStrokeColor', 'pieStrokeColor', 'archGroupBorderColor'],
  ...['quadrantInternalBorderStrokeFill'],
];

const isColour = (name: string) => colours.has(String(variables[name]));

describe('the colours of a diagram', () => {
  it.each(legible)('%s is legible on %s', (text, ground) => {
    expect([isColour(text), isColour(ground)]).toEqual([true, true]);
    expect(measureContrast(String(variables[text]), String(variables[ground]))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(seen)('%s is seen on the paper', (name) => {
    expect(isColour(name)).toBe(true);
    expect(measureContrast(String(variables[name]), palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(quiet)('%s is one of the theme’s', (name) => {
    expect(isColour(name)).toBe(true);
  });

  it.each(['pie', 'git', 'cScale', 'cScalePeer', 'venn', 'actor'])('%s 0 to 12 are told apart', (kind) => {
    const series = Array.from({ length: 13 }, (_, at) => variables[`${kind}${at}`]);
    const names = ['read-only', 'writable', 'ok', 'recorded', 'failed', 'muted'] as const;
    expect(series).toEqual(Array.from({ length: 13 }, (_, at) => palette[names[at % names.length]!]));
  });

  it.each([
    ['gitInv', palette.paper],
    ['gitBranchLabel', palette.paper],
    ['cScaleInv', palette.rule],
    ['cScaleLabel', palette.paper],
    ['fillType', palette['read-only-soft']],
  ])('%s 0 to 12', (kind, colour) => {
    expect(Array.from({ length: 13 }, (_, at) => variables[`${kind}${at}`])).toEqual(Array(13).fill(colour));
  });

  it('paint flat, on light ground, with a chart’s words as large as a slide needs', () => {
    expect(variables).toMatchObject({
      ...{ darkMode: false, useGradient: false, dropShadow: 'none', fontSize: '16px', pieOpacity: '1' },
      ...{ pieTitleTextSize: '26px', pieSectionTextSize: '22px', pieLegendTextSize: '22px' },
    });
  });

  it('of charts with axes', () => {
    const { ink, muted, paper, rule } = palette;
    const series = ['read-only', 'writable', 'ok', 'recorded', 'failed', 'muted'] as const;
    expect(variables['xyChart']).toEqual({
      ...{ titleColor: ink, backgroundColor: paper },
      ...{ xAxisLabelColor: ink, xAxisTitleColor: ink, xAxisTickColor: muted, xAxisLineColor: muted },
      ...{ yAxisLabelColor: ink, yAxisTitleColor: ink, yAxisTickColor: muted, yAxisLineColor: muted },
      plotColorPalette: series.map((name) => palette[name]).join(','),
    });
    expect(variables['radar']).toEqual({ axisColor: muted, graticuleColor: rule });
  });
});

describe('a stack of layers', () => {
  const rules = new Map(
    [...options.themeCSS.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => [selector!, body!]),
  );

  it.each([
    ['.layer1 rect.basic', 'fill:var(--layer-4, #2a5578);stroke:var(--paper, #fbfaf6)'],
    ['.layer2 rect.basic', 'fill:var(--layer-3, #3a6c93);stroke:var(--paper, #fbfaf6)'],
    ['.layer3 rect.basic', 'fill:var(--layer-2, #47799f);stroke:var(--paper, #fbfaf6)'],
    ['.layer4 rect.basic', 'fill:var(--layer-3, #3a6c93);stroke:var(--paper, #fbfaf6)'],
    ['.layer1 text,.layer2 text,.layer3 text,.layer4 text', 'fill:#fff'],
    [
      '.writable rect.basic',
      'fill:var(--writable-fill, #e8912d);stroke:var(--writable, #b45309);stroke-width:2px',
    ],
    ['.writable text', 'fill:#14202d;font-weight:600'],
    [
      '.more rect.basic',
      'fill:var(--read-only-soft, #e3edf4);stroke:var(--read-only, #2f6690);stroke-dasharray:6 4',
    ],
    ['.image rect.basic', 'fill:none;stroke:var(--rule, #d9d5ca)'],
    ['.image text', 'font-weight:600'],
    ['text.actor,text.actor>tspan', 'fill:var(--ink, #14202e);stroke:none'],
    ['.note rect.basic', 'fill:none;stroke:none'],
    ['.note text', 'fill:var(--muted, #5a6675)'],
  ])('%s{%s}', (selector, body) => {
    expect(rules.get(selector)).toBe(body);
    expect(rules.size).toBe(13);
  });
});
