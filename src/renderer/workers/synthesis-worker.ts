import { detailsOf, fillPlan, type Results } from '@shared/synthesis';
import type { SynthesisReply, SynthesisRequest } from './synthesis-protocol';

/**
 * Works out the results of a sheet off the main thread, so that the window stays alive while models are refitted
 * hundreds of times. It keeps the last filled-in plan; details of its analyses are asked for one by one.
 */
let results: Results | undefined;

self.addEventListener('message', ({ data }: MessageEvent<SynthesisRequest>) => {
  try {
    answer(data);
  } catch (cause) {
    reply({ kind: 'failed', detail: String(cause) });
  }
});

function answer(request: SynthesisRequest): void {
  if (request.ask === 'fill') {
    results = fillPlan(request.sheet, request.choices);
    reply({ kind: 'filled', results });
    return;
  }
  const analysis = results?.analyses.find(({ key }) => key === request.key);
  if (results && analysis)
    reply({ kind: 'details', key: request.key, details: detailsOf(analysis, results) });
}

const reply = (message: SynthesisReply): void => self.postMessage(message);
