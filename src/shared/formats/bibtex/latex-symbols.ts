/** Accents: the command and the combining character it stands for (LaTeX 2e, section 3.5 of the LaTeX companion's tables). */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['h', '\u0309'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

const greek =
  'alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ ' +
  'pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ ' +
  'Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω';
const letters =
  'ss:ß SS:ẞ ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł i:ı j:ȷ dh:ð DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ';
const marks =
  'textbackslash:\\ textasciitilde:~ textasciicircum:^ textasciigrave:` textunderscore:_ textbar:| textless:< textgreater:> ' +
  'textbraceleft:{ textbraceright:} textdollar:$ textquotedbl:" textquotesingle:\' ' +
  'textendash:– textemdash:— textquoteleft:‘ textquoteright:’ textquotedblleft:“ textquotedblright:” lq:‘ rq:’ guillemotleft:« ' +
  'guillemotright:» quotesinglbase:‚ quotedblbase:„ textexclamdown:¡ textquestiondown:¿ dots:… ldots:… cdots:… textellipsis:… ' +
  'copyright:© textcopyright:© textregistered:® texttrademark:™ pounds:£ textsterling:£ euro:€ texteuro:€ EUR:€ textyen:¥ textcent:¢ ' +
  'S:§ textsection:§ P:¶ dag:† textdagger:† ddag:‡ textdegree:° degree:° textmu:µ textordfeminine:ª textordmasculine:º ' +
  'textonehalf:½ textonequarter:¼ textthreequarters:¾ textperiodcentered:· textbullet:• slash:/ hyphen:- TeX:TeX LaTeX:LaTeX BibTeX:BibTeX ' +
  'textonesuperior:¹ texttwosuperior:² textthreesuperior:³ textsurd:√ textdiv:÷ texttimes:× textpm:± textrightarrow:→ textleftarrow:←';
const mathematics =
  'times:× div:÷ pm:± mp:∓ cdot:· ast:∗ star:⋆ circ:° leq:≤ le:≤ leqslant:≤ geq:≥ ge:≥ geqslant:≥ neq:≠ ne:≠ approx:≈ sim:∼ simeq:≃ cong:≅ ' +
  'equiv:≡ propto:∝ ll:≪ gg:≫ lt:< gt:> infty:∞ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ sqrt:√ in:∈ notin:∉ subset:⊂ cup:∪ cap:∩ emptyset:∅ ' +
  'forall:∀ exists:∃ neg:¬ wedge:∧ vee:∨ rightarrow:→ to:→ leftarrow:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ ' +
  'uparrow:↑ downarrow:↓ mapsto:↦ prime:′ ell:ℓ Re:ℜ Im:ℑ aleph:ℵ angle:∠ perp:⊥ parallel:∥ mid:| vert:| langle:⟨ rangle:⟩ lbrace:{ rbrace:} ' +
  'lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ backslash:\\ Diamond:◇ Box:□ bullet:• dagger:† colon:: hbar:ℏ oplus:⊕ otimes:⊗ setminus:∖';

/** Commands that stand for a character or a word. */
export const symbols: ReadonlyMap<string, string> = new Map(
  `${greek} ${letters} ${marks} ${mathematics}`.split(' ').map((pair): [string, string] => {
    const colon = pair.indexOf(':');
    return [pair.slice(0, colon), pair.slice(colon + 1)];
  }),
);

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Commands that only change how text looks, or do nothing in running text. */
export const switches = list(
  'em it bf sc rm tt sl sf up md bfseries itshape scshape slshape upshape rmfamily sffamily ttfamily mdseries normalfont ' +
    'tiny small footnotesize scriptsize normalsize large Large protect relax noopsort left right big Big bigl bigr displaystyle textstyle ' +
    'limits nolimits noindent centering selectlanguage allowbreak nobreak null newblock autocap',
);

/** Commands that stand for white space. */
export const spaces = list(
  'quad qquad space newline linebreak par hspace vspace hfill thinspace enspace enskip',
);

/** Commands whose argument is no text of the work. */
export const withoutText = list(
  'cite citep citet citeauthor citeyear parencite textcite autocite label ref index footcite nocite selectlanguage hspace vspace',
);

/** Commands that put their argument in quotation marks. */
export const quoting = list('enquote mkbibquote textquote blockquote');
