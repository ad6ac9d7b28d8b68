const SCALE = 2;

/**
 * Draws an SVG file as a PNG of twice its size in pixels. The picture travels as a data: address, the only one that our
 * pages' policy allows.
 */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  // Encoded at once: `toBlob` waits until the browser has nothing else to do, in Chromium at times for seven seconds.
  const [head, bytes] = canvas.toDataURL('image/png').split(',');
  if (head !== 'data:image/png;base64' || !bytes) throw new Error('no picture was made');
  return new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], { type: 'image/png' });
}
