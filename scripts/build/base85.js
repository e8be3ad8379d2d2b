// @ts-check
/**
 * Four bytes as five characters from `(` to `~`, without `<` and `>`, which HTML would have escaped: of 160 KB, 200 KB, where base64
 * has 213. Zeros fill the last four up.
 */
export function inBase85(bytes) {
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  let text = '';
  for (let at = 0; at < padded.length; at += 4) {
    const word = padded.readUInt32BE(at);
    for (let power = 85 ** 4; power >= 1; power /= 85) {
      const digit = Math.floor(word / power) % 85;
      text += String.fromCharCode(digit + (digit < 20 ? 40 : digit < 21 ? 41 : 42));
    }
  }
  return text;
}
