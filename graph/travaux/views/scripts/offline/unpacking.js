// The pages of the file: base64 of gzip of JSON.
export async function unpack(element) {
  const text = element.textContent;
  element.remove();
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
