import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ratingFigure, readRobvis } from '@shared/export/robvis';
import { ratingSummaryPlot, sceneToSvg, trafficLightPlot } from '@shared/figures';
import { decodeBytes } from '@shared/formats';
import { languages, textsIn } from '@shared/i18n';
import { parseArguments, readBytes, tell, WrongUsage } from './io';

/** `rob-plot TABLE.csv`: the traffic-light plot of a robvis file, or its summary plot, as SVG. */
export async function robPlot(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['out', 'title', 'language'], ['summary']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one table in the layout of robvis');
  const asked = options.get('language') ?? 'en';
  const language = languages.find((one) => one === asked);
  if (!language) throw new WrongUsage(`--language is one of ${languages.join(', ')}`);
  const { bias } = textsIn(language);
  const table = readRobvis(decodeBytes(await readBytes(file)).text);
  if (!table.ok) {
    tell(`${file} is not a table of robvis: ${bias.robvisErrors[table.error.code]}`);
    return 1;
  }
  const summary = options.has('summary');
  const title = options.get('title') ?? (summary ? bias.summary : bias.trafficLight);
  const figure = ratingFigure(table.value, title, bias.overall);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const scene = summary
    ? ratingSummaryPlot(figure, { texts: bias.figures, percent: (share) => percent.format(share) })
    : trafficLightPlot(figure, { texts: bias.figures });
  const out = options.get('out');
  if (out === undefined) process.stdout.write(sceneToSvg(scene));
  else {
    await writeFile(out, sceneToSvg(scene));
    tell(`Written: ${path.resolve(out)}`);
  }
  return 0;
}
