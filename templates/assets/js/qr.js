// A QR code as a drawing. The code itself is made by lean-qr (assets/vendor/lean-qr.js).
"use strict";
(() => {
  const { minicourse } = globalThis;
  const library = minicourse.qr;
  const QUIET = 4; // modules left white around it, as the standard asks
  const draw = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // The text as an SVG element, black on white whatever the colours of the page. Who calls gives it a name:
  // `aria-label`. Throws when the text is too long for any code.
  const qr = (text) => {
    const code = library.generate(text);
    const side = code.size + 2 * QUIET;
    let path = "";
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) {
        let run = 0;
        while (code.get(x + run, y)) run += 1;
        if (run) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
        x += run;
      }
    }
    const svg = draw("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "shape-rendering": "crispEdges" });
    svg.append(draw("path", { fill: "#fff", d: `M0 0h${side}v${side}H0z` }), draw("path", { fill: "#000", d: path }));
    return svg;
  };
  minicourse.qr = Object.assign(qr, library);
})();
