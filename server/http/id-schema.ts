import { z } from "../../lib/contract/zod";
import { toStorableText } from "../storable-text";

/** For route definitions: an id or a name to look for, in a path or a query, in a form every database can be asked for. */
export const idSchema = z.string().min(1).max(200).overwrite(toStorableText);
