/** FNV-1a, 32 bits: small and the same everywhere. For ties and for changes made by hand, never for secrets. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
