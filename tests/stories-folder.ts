import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a claim set into a folder, which is made. */
export async function claimSetIn(folder: string, claims: unknown, article: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'claims.json'), JSON.stringify(claims));
  await writeFile(join(folder, 'article.txt'), article);
}
