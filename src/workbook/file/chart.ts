// Owns the XML of a native stacked bar chart and of the drawing that places it. Must not know parts or relationships.
import type { Area } from '../../sheet/address';
import type { CellInput, NewSheet, StackedBarChart } from '../port';
import type { Dialect } from './content';
import { XML_HEAD } from './new-sheet';
import { placeFormula } from './workbook-draft';
import { encodeAttribute, encodeText } from './xml';

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

export function drawingXml({ anchor, title }: StackedBarChart, dialect: Dialect, relationship: string): string {
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}"><xdr:twoCellAnchor>` +
    corner('from', anchor.left, anchor.top) +
    corner('to', anchor.right + 1, anchor.bottom + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${encodeAttribute(title)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${dialect.chart}"><c:chart xmlns:c="${dialect.chart}" xmlns:r="${dialect.relationships}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

/** The first category stands on top, as in the table it is drawn from; its values are kept in the chart for viewers that do not calculate. */
export function chartXml(chart: StackedBarChart, sheet: NewSheet, dialect: Dialect): string {
  const valueAt = cellReader(sheet);
  const series = chart.series.map(
    ({ name, values, colour }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${encodeText(name)}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
      `<c:cat><c:strRef><c:f>${encodeText(placeFormula(sheet.name, chart.categories))}</c:f>` +
      `<c:strCache>${points(chart.categories, valueAt)}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${encodeText(placeFormula(sheet.name, values))}</c:f>` +
      `<c:numCache><c:formatCode>General</c:formatCode>${points(values, valueAt)}</c:numCache></c:numRef></c:val></c:ser>`,
  );
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>` +
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/>` +
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    '<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx></c:plotArea>` +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>' +
    '</c:chart></c:chartSpace>'
  );
}

function titleXml(title: string): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="1"/></a:pPr>' +
    `<a:r><a:rPr lang="zh-CN" sz="1400" b="1"/><a:t>${encodeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

type CellReader = (row: number, column: number) => CellInput;

function cellReader({ blocks }: NewSheet): CellReader {
  return (row, column) => {
    for (const { top, left, values } of blocks) {
      const value = values[row - top]?.[column - left];
      if (value !== undefined) return value;
    }
    return null;
  };
}

function points(area: Area, valueAt: CellReader): string {
  const found: string[] = [];
  let index = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++, index++) {
      const value = valueAt(row, column);
      if (value !== null) found.push(`<c:pt idx="${index}"><c:v>${encodeText(String(value))}</c:v></c:pt>`);
    }
  }
  return `<c:ptCount val="${index}"/>${found.join('')}`;
}
