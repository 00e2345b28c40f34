/** Where a place lies, in degrees; east and north are positive. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

interface StateZone {
  /** Of most of its people. */
  zone: string;
  /** In a part of the state there is another time. */
  part?: { zone: string; isThere: (at: Coordinates) => boolean };
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

const westOf =
  (longitude: number) =>
  (at: Coordinates): boolean =>
    at.longitude < longitude;

/**
 * Time zones of the states and territories of the United States, by postal abbreviation. Where a state has two, a
 * meridian stands for the border between them, which runs along counties near it.
 */
export const stateZones: Readonly<Record<string, StateZone>> = {
  ...all(eastern, 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'),
  ...all(central, 'AL AR IA IL LA MN MO MS OK WI'),
  ...all(mountain, 'CO MT NM UT WY'),
  ...all(pacific, 'CA NV WA'),
  AZ: { zone: 'America/Phoenix' },
  HI: { zone: 'Pacific/Honolulu' },
  AK: { zone: 'America/Anchorage', part: { zone: 'America/Adak', isThere: westOf(-169.5) } },
  FL: { zone: eastern, part: { zone: central, isThere: westOf(-85) } },
  IN: {
    zone: 'America/Indiana/Indianapolis',
    part: {
      zone: central,
      isThere: ({ latitude, longitude }) => longitude < -86.6 && (latitude > 40.8 || latitude < 38.4),
    },
  },
  KY: { zone: eastern, part: { zone: central, isThere: westOf(-86.1) } },
  MI: { zone: 'America/Detroit', part: { zone: central, isThere: westOf(-87.5) } },
  TN: {
    zone: central,
    part: { zone: eastern, isThere: ({ longitude }) => longitude > -85.35 },
  },
  KS: { zone: central, part: { zone: mountain, isThere: westOf(-101.5) } },
  NE: { zone: central, part: { zone: mountain, isThere: westOf(-101.2) } },
  ND: {
    zone: central,
    part: { zone: mountain, isThere: ({ latitude, longitude }) => longitude < -101.3 && latitude < 47.3 },
  },
  SD: { zone: central, part: { zone: mountain, isThere: westOf(-100.5) } },
  TX: { zone: central, part: { zone: mountain, isThere: westOf(-104.95) } },
  ID: {
    zone: 'America/Boise',
    part: { zone: pacific, isThere: ({ latitude }) => latitude > 45.6 },
  },
  OR: {
    zone: pacific,
    part: {
      zone: 'America/Boise',
      isThere: ({ latitude, longitude }) => longitude > -118 && latitude < 44.4,
    },
  },
  PR: { zone: 'America/Puerto_Rico' },
  VI: { zone: 'America/St_Thomas' },
  GU: { zone: 'Pacific/Guam' },
  MP: { zone: 'Pacific/Saipan' },
  AS: { zone: 'Pacific/Pago_Pago' },
};

function all(zone: string, states: string): Record<string, StateZone> {
  return Object.fromEntries(states.split(' ').map((state) => [state, { zone }]));
}
