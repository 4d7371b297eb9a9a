// Units of distances.
export const METRES = {
  meters: 1, meter: 1, kilometers: 1000, kilometer: 1000, centimeters: 0.01, centimeter: 0.01, millimeters: 0.001, millimeter: 0.001,
  feet: 0.3048, foot: 0.3048, inches: 0.0254, inch: 0.0254, yards: 0.9144, yard: 0.9144,
  miles: 1609.344, mile: 1609.344, 'nautical miles': 1852, 'nautical mile': 1852,
};

/** A distance with a unit in metres; of a unit that is no length the number. */
export const metres = ({ value, unit }) => value * (METRES[unit] ?? 1);
