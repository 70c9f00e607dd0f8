import { refusalOf } from "../api/api-error";

/**
 * Posts a batch. One that is refused as a whole goes again in halves, so that a single row the server cannot read does not
 * hold up the others for ever; `refuse` makes the result of a row that was refused alone, from the server's word.
 */
export async function postInHalves<Row, Result>(
  batch: readonly Row[],
  post: (rows: readonly Row[]) => Promise<Result[]>,
  refuse: (row: Row, detail: string) => Result,
): Promise<Result[]> {
  try {
    return await post(batch);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    const [only] = batch;
    if (only !== undefined && batch.length === 1) return [refuse(only, refusal)];
    const middle = Math.ceil(batch.length / 2);
    const first = await postInHalves(batch.slice(0, middle), post, refuse);
    return [...first, ...(await postInHalves(batch.slice(middle), post, refuse))];
  }
}
