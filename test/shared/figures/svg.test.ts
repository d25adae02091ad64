import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme, sceneToSvg, type Scene, type Shape } from '../../../src/shared/figures';

const scene = (
  shapes: readonly Shape[],
  words: Partial<Pick<Scene, 'title' | 'description'>> = {},
): Scene => ({
  width: 200,
  height: 100,
  title: 'A figure',
  description: 'What it shows',
  shapes,
  ...words,
});

const text = (content: string, extra: Partial<Shape> = {}): Shape =>
  ({
    kind: 'text',
    role: 'text',
    at: { x: 1, y: 2 },
    text: content,
    anchor: 'start',
    size: 12,
    ...extra,
  }) as Shape;

describe('a scene as SVG', () => {
  it('shows markup as text and never obeys it, wherever it comes from', () => {
    const evil = '<script>alert(1)</script>" onload="x" & \' ]]>';
    const svg = sceneToSvg(
      scene([text(evil, { mark: evil, hint: evil })], { title: evil, description: evil }),
      {
        idPrefix: '"><script>',
        fontFamily: '"><script>',
      },
    );
    expect(svg).not.toMatch(/<script/i);
    expect(svg).not.toMatch(/"\s+onload=/);
    expect(svg.match(/&lt;script&gt;/g)?.length).toBe(6);
  });

  it('is well formed whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        const svg = sceneToSvg(scene([text(a, { mark: b, hint: a })], { title: b, description: a }));
        const markup = svg.replace(/<[^<>]*>/g, '');
        expect(markup).not.toMatch(/[<>]/);
        expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
        // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  it('refers to nothing outside itself and falls back to a font that is everywhere', () => {
    const svg = sceneToSvg(scene([text('x')]));
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
    expect(svg).toMatch(/font-family="[^"]*sans-serif"/);
    expect(sceneToSvg(scene([]), { fontFamily: 'Literata' })).toMatch(/font-family="Literata, sans-serif"/);
  });

  it('can be read aloud', () => {
    const svg = sceneToSvg(scene([]), { idPrefix: 'fig2' });
    expect(svg).toContain('role="img" aria-labelledby="fig2-title fig2-description"');
    expect(svg).toContain('<title id="fig2-title">A figure</title>');
    expect(svg).toContain('<desc id="fig2-description">What it shows</desc>');
  });

  it('takes its colours from the theme and its names from the roles', () => {
    const shapes: readonly Shape[] = [
      {
        kind: 'rectangle',
        role: 'square',
        x: 0,
        y: 0,
        width: 4,
        height: 4,
        mark: 'study-7',
        hint: 'Study 7',
      },
    ];
    for (const theme of [lightTheme, darkTheme]) {
      const svg = sceneToSvg(scene(shapes), { theme });
      expect(svg).toContain(
        `class="square" data-mark="study-7" x="0" y="0" width="4" height="4" fill="${theme.square.fill}"`,
      );
      expect(svg).toContain('<title>Study 7</title></rect>');
      expect(svg).toContain(
        `class="background" x="0" y="0" width="200" height="100" fill="${theme.background.fill}"`,
      );
    }
    expect(sceneToSvg(scene([]), { background: false })).not.toContain('background');
  });

  it('refuses to draw at no place at all', () => {
    expect(() => sceneToSvg(scene([text('x', { size: Number.NaN })]))).toThrow('not finite');
  });
});
