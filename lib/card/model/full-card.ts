/** The full card of an entry: the glance that it opens from, and the parts below. */
import * as v from 'valibot';
import { CardModel } from './card-model.ts';
import { GlanceModel } from './glance-model.ts';
import { Measure } from './measure.ts';

export const FullCard = v.object({
  glance: GlanceModel,
  card: CardModel,
  /** All measures, the lead first. The others are as many as the glance counts. */
  measures: v.array(Measure),
});
export type FullCard = v.InferOutput<typeof FullCard>;
