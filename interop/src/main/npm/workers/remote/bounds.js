// What a view of a large file may cost.

/** More features than this are too many to be worth fetching for one view. */
export const MOST_FEATURES = 200_000;
/** More bytes than this are too many for one view. */
export const MOST_BYTES = 20_000_000;

/** How two boxes [minX, minY, maxX, maxY] lie: the first one apart from the second, reaching into it, or inside of it. */
export const touches = (box, [x0, y0, x1, y1]) => box[0] <= x1 && box[2] >= x0 && box[1] <= y1 && box[3] >= y0;
export const inside = (box, [x0, y0, x1, y1]) => box[0] >= x0 && box[2] <= x1 && box[1] >= y0 && box[3] <= y1;
