// What a place of a map is on the Earth: how long a unit is there, and where north lies. The Earth is WGS 84.
import { getTransform } from 'ol/proj.js';

const A = 6378137, F = 1 / 298.257223563, E2 = F * (2 - F);
const RADIANS = Math.PI / 180;

export class Place {
  /** at: [x, y] in the map's system; step: a short length there. */
  constructor(code, at, step) {
    this.toDegrees = getTransform(code, 'EPSG:4326');
    this.fromDegrees = getTransform('EPSG:4326', code);
    this.at = at;
    this.step = step;
    [this.longitude, this.latitude] = this.degrees(at);
  }

  degrees([x, y]) {
    const [longitude, latitude] = this.toDegrees([x, y], undefined, 2);
    return [longitude, latitude];
  }

  get isOnEarth() {
    return Number.isFinite(this.longitude) && Math.abs(this.latitude) <= 90;
  }

  /** Metres on the ground of a unit of the map along x, here. */
  metersPerUnit() {
    const [x, y] = this.at;
    const length = distance(this.degrees([x - this.step / 2, y]), this.degrees([x + this.step / 2, y]));
    return length / this.step;
  }

  /** Where true north lies, in degrees clockwise from the map's y; NaN at a pole. */
  north() {
    const { longitude, latitude } = this;
    if (90 - Math.abs(latitude) < 1e-6) return NaN;
    const part = Math.min(1e-4, (90 - Math.abs(latitude)) / 2);
    const [below, above] = [-part, part].map((degrees) => this.fromDegrees([longitude, latitude + degrees], undefined, 2));
    return Math.atan2(above[0] - below[0], above[1] - below[1]) / RADIANS;
  }
}

/** Metres between two near places in degrees: the chord, and what an arc of the Earth's curvature there is longer. */
export function distance(one, other) {
  const [from, to] = [one, other].map(inSpace);
  const chord = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const middle = ((one[1] + other[1]) / 2) * RADIANS;
  const azimuth = Math.atan2(Math.cos(middle) * Math.sin((other[0] - one[0]) * RADIANS), (other[1] - one[1]) * RADIANS);
  const across = A / Math.sqrt(1 - E2 * Math.sin(middle) ** 2), along = (across * (1 - E2)) / (1 - E2 * Math.sin(middle) ** 2);
  const radius = 1 / (Math.cos(azimuth) ** 2 / along + Math.sin(azimuth) ** 2 / across);
  return 2 * radius * Math.asin(Math.min(1, chord / 2 / radius));
}

function inSpace([longitude, latitude]) {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS];
  const across = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
  return [across * Math.cos(phi) * Math.cos(lambda), across * Math.cos(phi) * Math.sin(lambda), across * (1 - E2) * Math.sin(phi)];
}

/** The longest round length, 1, 2 or 5 times a power of ten, that is no longer than that. */
export function roundLength(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].find((digit) => digit * power <= most * (1 + 1e-9)) * power;
}
