/** Linear red, green and blue, 0…1. */
export type Linear = readonly [number, number, number];
type Matrix = readonly [Linear, Linear, Linear];

/** How the eye sees colours: as most do, and without one kind of cones (Machado, Oliveira & Fernandes 2009, severity 1.0). */
export const EYES: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour as `#rrggbb`, in linear light. */
export function linear(hex: string): Linear {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a colour: ${hex}`);
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: Matrix, [x, y, z]: Linear): Linear =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Linear;

/** The colour as an eye sees it. */
export function seenBy(eye: Matrix, colour: Linear): Linear {
  return times(eye, colour).map((c) => Math.min(1, Math.max(0, c))) as unknown as Linear;
}

/** OKLab (Ottosson 2020): lightness and two axes of colour. */
export function oklab(colour: Linear): Linear {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Linear;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** How far two colours are apart in OKLab. */
export function distance(a: Linear, b: Linear): number {
  const [p, q] = [oklab(a), oklab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Contrast after WCAG 2.2, 1…21. */
export function contrast(a: Linear, b: Linear): number {
  const luminance = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [darker, lighter] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
