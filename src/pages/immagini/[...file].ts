import type { APIRoute } from 'astro';
import { pictureFiles, readPicture } from '../../catalogue/body.ts';

export const getStaticPaths = () => pictureFiles().map((file) => ({ params: { file } }));

/** The pictures of the sheets, byte for byte as they were checked. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await readPicture(params.file ?? '')));
