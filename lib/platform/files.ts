/** Gives the reader a file: the browser saves it as it saves downloads. No permission is needed for that. */
export function offerFile(name: string, mediaType: string, parts: readonly string[]): void {
  offerBlob(name, new Blob([...parts], { type: mediaType }));
}

/** `offerFile` for bytes. */
export function offerBlob(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
