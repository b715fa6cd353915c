import { palette, useColour } from './palette.ts';

/** The deck's text face; a diagram is measured in it, so it has to be loaded before one is drawn. */
export const diagramFont =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Segoe UI', system-ui, sans-serif";

/** Characters; Mermaid is not asked to draw more. */
export const longestDiagram = 50_000;

/**
 * What Mermaid is started with, before class and in the browser alike. An author's `%%{init}%%` can
 * change neither security nor fonts nor colours, which belong to the theme.
 */
export function makeMermaidOptions() {
  return {
    startOnLoad: false,
    securityLevel: 'strict' as const,
    secure: [
      ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
      ...['theme', 'themeVariables', 'themeCSS', 'fontFamily', 'htmlLabels', 'layout', 'deterministicIds'],
    ],
    maxTextSize: longestDiagram,
    suppressErrorRendering: true,
    deterministicIds: true,
    layout: 'dagre',
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: true, nodeSpacing: 20, rankSpacing: 32, padding: 10 },
    state: { nodeSpacing: 32, rankSpacing: 30 },
    sequence: {
      ...{ width: 120, height: 40, actorMargin: 60, messageMargin: 26, boxMargin: 8, mirrorActors: false },
      ...{ actorFontSize: 18, messageFontSize: 18, noteFontSize: 18 },
    },
    fontFamily: diagramFont,
    theme: 'base' as const,
    themeVariables: makeThemeVariables(),
    themeCSS: layerCss,
  };
}

/** Colours that stand for series (slices, branches, periods), to be told apart in both themes. */
const series = ['read-only', 'writable', 'ok', 'recorded', 'failed', 'muted'] as const;

function makeThemeVariables(): Record<string, string | boolean> {
  const { paper, ink, muted, rule, writable } = palette;
  const raised = palette['paper-raised'];
  const soft = palette['read-only-soft'];
  const blue = palette['read-only'];
  return {
    ...{ darkMode: false, fontFamily: diagramFont, fontSize: '16px', background: paper, useGradient: false },
    ...{ primaryColor: soft, primaryTextColor: ink, primaryBorderColor: blue },
    ...{ secondaryColor: palette['writable-soft'], secondaryTextColor: ink, secondaryBorderColor: writable },
    ...{ tertiaryColor: raised, tertiaryTextColor: ink, tertiaryBorderColor: rule },
    ...{
      lineColor: muted,
      arrowheadColor: muted,
      textColor: ink,
      titleColor: ink,
      border1: blue,
      border2: rule,
    },
    ...{ mainBkg: soft, nodeBkg: soft, nodeBorder: blue, nodeTextColor: ink, defaultLinkColor: muted },
    ...{ clusterBkg: raised, clusterBorder: rule, edgeLabelBackground: paper, dropShadow: 'none' },
    ...{ noteBkgColor: palette['writable-soft'], noteTextColor: ink, noteBorderColor: writable },
    ...{ errorBkgColor: palette['failed-soft'], errorTextColor: palette.failed },
    ...sequenceVariables(),
    ...ganttVariables(),
    ...chartVariables(),
    ...seriesVariables(),
  };
}

function sequenceVariables() {
  const { paper, ink, muted, rule } = palette;
  const soft = palette['read-only-soft'];
  const blue = palette['read-only'];
  return {
    ...{ actorBkg: soft, actorBorder: blue, actorTextColor: ink, actorLineColor: muted },
    ...{ signalColor: ink, signalTextColor: ink, labelBoxBkgColor: soft, labelBoxBorderColor: blue },
    ...{ labelTextColor: ink, loopTextColor: ink, activationBkgColor: soft, activationBorderColor: blue },
    ...{ sequenceNumberColor: paper, labelColor: ink, altBackground: palette['paper-raised'] },
    ...{ transitionColor: muted, transitionLabelColor: ink, stateLabelColor: ink, stateBkg: soft },
    ...{ labelBackgroundColor: paper, compositeBackground: palette['paper-raised'], compositeBorder: rule },
    ...{ compositeTitleBackground: soft, innerEndBackground: blue, specialStateColor: muted, classText: ink },
    ...{ relationColor: muted, relationLabelBackground: paper, relationLabelColor: ink },
    ...{ requirementBackground: soft, requirementBorderColor: blue, requirementTextColor: ink },
    ...{ attributeBackgroundColorOdd: paper, attributeBackgroundColorEven: palette['paper-raised'] },
    ...{ rowOdd: paper, rowEven: palette['paper-raised'] },
    ...{ personBkg: soft, personBorder: blue },
  };
}

function ganttVariables() {
  const { paper, ink, muted, rule, failed } = palette;
  const soft = palette['read-only-soft'];
  const blue = palette['read-only'];
  return {
    ...{ sectionBkgColor: palette['paper-raised'], sectionBkgColor2: paper, altSectionBkgColor: paper },
    ...{ excludeBkgColor: rule, gridColor: rule, todayLineColor: failed, taskTextDarkColor: ink },
    ...{ taskBkgColor: soft, taskBorderColor: blue, taskTextColor: ink, taskTextLightColor: ink },
    ...{
      taskTextOutsideColor: ink,
      taskTextClickableColor: blue,
      activeTaskBkgColor: palette['writable-soft'],
    },
    ...{ activeTaskBorderColor: palette.writable, doneTaskBkgColor: rule, doneTaskBorderColor: muted },
    ...{ critBkgColor: palette['failed-soft'], critBorderColor: failed, vertLineColor: muted },
  };
}

function chartVariables() {
  const { paper, ink, muted, rule } = palette;
  const raised = palette['paper-raised'];
  const blue = palette['read-only'];
  const axis = { titleColor: ink, xAxisLabelColor: ink, xAxisTitleColor: ink, xAxisTickColor: muted };
  return {
    ...{ pieTitleTextSize: '26px', pieSectionTextSize: '22px', pieLegendTextSize: '22px' },
    ...{ pieTitleTextColor: ink, pieSectionTextColor: paper, pieLegendTextColor: ink, pieOpacity: '1' },
    ...{ pieStrokeColor: paper, pieOuterStrokeColor: rule, quadrant1Fill: palette['read-only-soft'] },
    ...{ quadrant2Fill: raised, quadrant3Fill: paper, quadrant4Fill: raised, quadrant1TextFill: ink },
    ...{ quadrant2TextFill: ink, quadrant3TextFill: ink, quadrant4TextFill: ink, quadrantPointFill: blue },
    ...{ quadrantPointTextFill: ink, quadrantXAxisTextFill: ink, quadrantYAxisTextFill: ink },
    ...{
      quadrantTitleFill: ink,
      quadrantInternalBorderStrokeFill: rule,
      quadrantExternalBorderStrokeFill: muted,
    },
    ...{ archEdgeColor: muted, archEdgeArrowColor: muted, archGroupBorderColor: muted },
    xyChart: {
      ...axis,
      ...{ backgroundColor: paper, xAxisLineColor: muted, yAxisLabelColor: ink, yAxisTitleColor: ink },
      ...{ yAxisTickColor: muted, yAxisLineColor: muted },
      plotColorPalette: series.map((name) => palette[name]).join(','),
    } as unknown as string,
    radar: { axisColor: muted, graticuleColor: rule } as unknown as string,
  };
}

/** Mermaid numbers its series from 0 or from 1, up to 12 of them. */
function seriesVariables(): Record<string, string> {
  const variables: Record<string, string> = {};
  for (let count = 0; count < 13; count += 1) {
    const colour = palette[series[count % series.length]!];
    Object.assign(variables, {
      [`pie${count}`]: colour,
      [`git${count}`]: colour,
      [`gitInv${count}`]: palette.paper,
      [`gitBranchLabel${count}`]: palette.paper,
      [`cScale${count}`]: colour,
      [`cScalePeer${count}`]: colour,
      [`cScaleInv${count}`]: palette.rule,
      [`cScaleLabel${count}`]: palette.paper,
      [`fillType${count}`]: palette['read-only-soft'],
      [`venn${count}`]: colour,
      [`actor${count}`]: colour,
    });
  }
  return {
    ...variables,
    scaleLabelColor: palette.paper,
    commitLabelColor: palette.ink,
    commitLabelBackground: palette['paper-raised'],
    tagLabelColor: palette.ink,
    tagLabelBackground: palette['read-only-soft'],
    tagLabelBorder: palette['read-only'],
    vennTitleTextColor: palette.ink,
    vennSetTextColor: palette.ink,
  };
}

/** The classes of layer stacks: blue steps are read-only, amber is writable, a dashed edge is a count. And actors' names in ink. */
const layerCss = [
  `.layer1 rect.basic{fill:${useColour('layer-4')};stroke:${useColour('paper')}}`,
  `.layer2 rect.basic{fill:${useColour('layer-3')};stroke:${useColour('paper')}}`,
  `.layer3 rect.basic{fill:${useColour('layer-2')};stroke:${useColour('paper')}}`,
  `.layer4 rect.basic{fill:${useColour('layer-3')};stroke:${useColour('paper')}}`,
  '.layer1 text,.layer2 text,.layer3 text,.layer4 text{fill:#fff}',
  `.writable rect.basic{fill:${useColour('writable-fill')};stroke:${useColour('writable')};stroke-width:2px}`,
  '.writable text{fill:#14202d;font-weight:600}',
  `.more rect.basic{fill:${useColour('read-only-soft')};stroke:${useColour('read-only')};stroke-dasharray:6 4}`,
  `.image rect.basic{fill:none;stroke:${useColour('rule')}}`,
  '.image text{font-weight:600}',
  `text.actor,text.actor>tspan{fill:${useColour('ink')};stroke:none}`,
  '.note rect.basic{fill:none;stroke:none}',
  `.note text{fill:${useColour('muted')}}`,
].join('');
