import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plotOf, pointOf } from './point.ts';

test.each(['131.124, 45.262', '45.262，131.124', '北纬45.262° 东经131.124°', '东经131.124度、北纬45.262度'])(
  '“%s” is one place, whichever degree comes first',
  (cell) => {
    expect(pointOf(cell)).toEqual({ east: 131.124, north: 45.262 });
  },
);

test('minutes and seconds become decimals: 7′26″ is 446 of 3600', () => {
  expect(pointOf('131°07′26″E 45°15′43″N')).toEqual({ east: 131.123889, north: 45.261944 });
});

test.each(['', '131.124', '131.124, 145.262', '园区北门', '131.1, 45.2, 46.1'])('“%s” is no place', (cell) => {
  expect(pointOf(cell)).toBeNull();
});

const places = fc.array(
  fc.record({
    east: fc.double({ min: 73, max: 136, noNaN: true }),
    north: fc.double({ min: 3, max: 54, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20 },
);

test('every point lies within the frame, and north is up', () => {
  fc.assert(
    fc.property(places, (points) => {
      const plot = plotOf(points, 600);
      for (const place of points) {
        const { x, y } = plot.at(place);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(600);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(plot.height);
      }
      const [a, b] = points;
      if (a && b && a.north - b.north > 1e-3) expect(plot.at(a).y).toBeLessThan(plot.at(b).y);
    }),
  );
});

test('the scale is as long as the kilometres that it names: a degree of latitude is 111.32', () => {
  const [south, north] = [
    { east: 131, north: 45 },
    { east: 131, north: 46 },
  ];
  const { at, scale } = plotOf([south, north], 600);
  const degree = at(south).y - at(north).y;
  expect(scale.length / scale.kilometres).toBeCloseTo(degree / 111.32, 4);
  expect([1, 2, 5].some((times) => Number.isInteger(Math.log10(scale.kilometres / times)))).toBe(true);
});

test('one point alone has a kilometre around it', () => {
  const { scale, at, meridians } = plotOf([{ east: 131, north: 45 }], 600);
  expect(scale.kilometres).toBeLessThanOrEqual(1);
  expect(at({ east: 131, north: 45 }).x).toBe(300);
  expect(meridians.length).toBeGreaterThan(0);
});
