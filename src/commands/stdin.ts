import { decodeText, LARGEST } from '../claim-set/text-file.ts';
import { type Io, readBytes } from '../io.ts';

/**
 * The text of stdin.
 *
 * @throws {UnreadableError} if it is no UTF-8 text, too long, or cannot be read
 */
export async function textOfStdin({ stdin }: Io): Promise<string> {
  return decodeText(await readBytes(stdin, LARGEST), 'stdin');
}
